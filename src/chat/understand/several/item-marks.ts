import type { Outline, Span } from '../outline.ts'

const numbered =
  /(?<=^|[\s:,。;!])\(?(?<digits>\d{1,2}|[一二三四五六七八九十])(?:[.、)](?!\d)|:(?=[ \t]*[^\s\d]))[ \t]*/gmu
const CIRCLED = 0x2460

/** What stands before the items of a list, in an outline: numbers that count up from one, or dashes; else none. */
export function itemMarks(outline: Outline): Span[] {
  const dashes = Array.from(outline.text.matchAll(dashed), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
  return dashes.length > 1 ? dashes : numbers(outline)
}

const dashed = /^[ \t]*[-•·*●■◆]+[ \t]*(?=\S)/gmu

function numbers(outline: Outline): Span[] {
  const found = [...written(outline.text), ...circled(outline)].sort((a, b) => a.start - b.start)
  const marks: Span[] = []
  for (const { number, start, end } of found) if (number === marks.length + 1) marks.push({ start, end })
  return marks.length > 1 ? marks : []
}

const written = (text: string) =>
  Array.from(text.matchAll(numbered), ({ 0: whole, index, groups }) => ({
    number: Number(groups!.digits) || '一二三四五六七八九十'.indexOf(groups!.digits!) + 1,
    start: index,
    end: index + whole.length,
  }))

/** ①: a blank once it is normalised. */
const circled = ({ text, said, starts }: Outline) =>
  Array.from(text, (_, i) => ({
    number: (said.original.codePointAt(said.begins[starts[i]!]!) ?? 0) - CIRCLED + 1,
    start: i,
    end: i + 1,
  })).filter(({ number }) => number >= 1 && number <= 20)
