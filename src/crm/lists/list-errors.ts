import type { Words } from '../../lib/words.ts'
import type { Column, Columns } from './columns.ts'

/** What is wrong in the file, by line (the headings are line 1). Nothing of a file with errors is saved. */
export interface ListError {
  line: number
  words: Words
}

/** Lines whose code an earlier line has. */
export function repeatedCodes(rows: { line: number; code: string }[]): ListError[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, code }) => {
    const earlier = first.get(code)
    if (earlier === undefined) first.set(code, line)
    return earlier === undefined ? [] : [{ line, words: repeatedCode(code, earlier) }]
  })
}

export const inColumn = (name: string, { heading }: Column, wrong: Words): Words => ({
  zh: `“${heading.zh}”一栏（${name}）：${wrong.zh}`,
  en: `column ${name}: ${wrong.en}`,
})

export const notFilled: Words = { zh: '没有填，请补上。', en: 'it is empty. Please fill it in.' }

export const brokenQuote: Words = {
  zh: '引号不成对。请去掉多余的英文引号 "，或者成对地写在整格两边。',
  en: 'a quotation mark does not fit. Please take it away, or write one at each end of the cell.',
}

const namesOf = (columns: Columns) => Object.keys(columns).join(',')

export const empty = (columns: Columns): Words => ({
  zh: `文件里没有内容。第一行写列名 ${namesOf(columns)}，从第二行起一行一条。`,
  en: `there is nothing in the file. The first line names the columns, ${namesOf(columns)}; then comes one line for each.`,
})

export const unknownHeading = (heading: string, columns: Columns): Words => ({
  zh: `没有“${heading}”这一栏。可以有的栏：${Object.entries(columns)
    .map(([name, column]) => `${column.heading.zh}（${name}）`)
    .join('、')}。请改名或删去。`,
  en: `there is no column “${heading}”. The columns are ${namesOf(columns)}. Please rename it or take it away.`,
})

export const repeatedHeading = (heading: string): Words => ({
  zh: `“${heading}”一栏出现了两次，请删去一个。`,
  en: `the column “${heading}” occurs twice. Please take one away.`,
})

export const absentColumn = (name: string, { heading }: Column): Words => ({
  zh: `缺“${heading.zh}”一栏（${name}），请加上。`,
  en: `the column ${name} is missing. Please add it.`,
})

export const wrongLength = (cells: number, columns: number): Words => ({
  zh: `这一行有 ${cells} 格，第一行有 ${columns} 栏。空着的格也要留逗号；内容里有逗号的格，两边加英文引号。`,
  en: `this line has ${cells} cells, and the first line names ${columns} columns. Keep the commas of empty cells, and put a cell that has commas in it between quotation marks.`,
})

const repeatedCode = (code: string, line: number): Words => ({
  zh: `编号 ${code} 与第 ${line} 行重复，请改编号或删去一行。`,
  en: `the code ${code} stands in line ${line} already. Please give it another code, or take one of the lines away.`,
})
