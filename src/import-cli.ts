import { readFileSync } from 'node:fs'
import { lists } from './crm/lists.ts'
import { openDatabase } from './db/open-node.ts'
import { decodedText } from './lib/decoded-text.ts'
import { isPassing } from './lib/is-passing.ts'
import { instantOf } from './lib/time.ts'
import type { Words } from './lib/words.ts'
import { readSettings } from './settings.ts'

/** More of them say nothing new. */
const ERRORS_SHOWN = 50
/** A list is one transaction, and that of a large company is long. */
const LONGEST = 600_000

const [name = '', file] = process.argv.slice(2)
const list = lists[name]
if (!list || !file) giveUp(usage(), 2)

const { errors, save } = list.read(textOf(file))
if (errors.length > 0) explain(errors)
const imported = await savedInto(databaseOf())
if (imported.errors.length > 0) explain(imported.errors)
const { added, changed, unchanged } = imported
console.info(`${name}: ${added} added, ${changed} changed, ${unchanged} unchanged.`)
console.info(`新增 ${added}，更改 ${changed}，没有变化 ${unchanged}。`)

function textOf(path: string): string {
  const text = decodedText(bytesOf(path))
  return text ?? giveUp(noText(path))
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    giveUp(unreadable(path, (error as NodeJS.ErrnoException).code))
  }
}

function databaseOf(): string {
  try {
    return readSettings(process.env).database
  } catch (error) {
    const { message } = error as Error
    giveUp({ en: message, zh: '' })
  }
}

async function savedInto(database: string) {
  try {
    const { db, close } = await openDatabase(database)
    const now = instantOf(new Date())
    const outcome = await db.$transaction((tx) => save(tx, now), { timeout: LONGEST })
    await close()
    return outcome
  } catch (error) {
    giveUp(isPassing(error) ? busy(database) : broken(database, error as Error))
  }
}

function explain(wrong: typeof errors): never {
  for (const { line, words } of wrong.slice(0, ERRORS_SHOWN))
    console.error(`line ${line}: ${words.en} · 第 ${line} 行：${words.zh}`)
  giveUp(nothingSaved(wrong.length))
}

function giveUp({ en, zh }: Words, code = 1): never {
  console.error(`${en}\n${zh}`.trim())
  process.exit(code)
}

function usage(): Words {
  const names = list ? [name] : Object.keys(lists)
  const commands = names
    .map((one) => `  npm run ${one} -- ${one}.csv\n    ${Object.keys(lists[one]!.columns).join(',')}`)
    .join('\n')
  return {
    en: `Name the CSV file; its first line names the columns:\n${commands}`,
    zh: '请写 CSV 文件名；文件第一行是列名，见上，也可以写中文。',
  }
}

function unreadable(path: string, code = ''): Words {
  const reasons: Record<string, Words> = {
    ENOENT: { en: 'does not exist', zh: '不存在' },
    EISDIR: { en: 'is a folder', zh: '是文件夹' },
    EACCES: { en: 'may not be read by you', zh: '没有读取的权限' },
  }
  const { en, zh } = reasons[code] ?? { en: `cannot be read (${code})`, zh: `读不出来（${code}）` }
  const command = `npm run ${name} -- ${name}.csv`
  return {
    en: `${path} ${en}. Name the CSV file: ${command}`,
    zh: `${path} ${zh}。请写 CSV 文件的位置：${command}`,
  }
}

function noText(path: string): Words {
  return {
    en: `${path} is no CSV text in UTF-8 or GBK. Save it in the spreadsheet as “CSV UTF-8” and import that file. Nothing was saved.`,
    zh: `${path} 不是 UTF-8 或 GBK 的 CSV 文件。请在表格软件里另存为“CSV UTF-8”，再导入。什么都没有保存。`,
  }
}

function nothingSaved(count: number): Words {
  const more = count - ERRORS_SHOWN
  return {
    en: `${more > 0 ? `… and ${more} more. ` : ''}Nothing was saved. Mend these lines and import the file again.`,
    zh: `${more > 0 ? `…还有 ${more} 处。` : ''}什么都没有保存。改好这些行，再导入一次。`,
  }
}

function busy(database: string): Words {
  return {
    en: `Another program is writing to the database ${database} (QUDAO_DB), or its disk is full. Nothing was saved. Try again in a minute.`,
    zh: `别的程序正在写数据库 ${database}（QUDAO_DB），或者磁盘满了。什么都没有保存，请过一会儿再导入。`,
  }
}

function broken(database: string, { message }: Error): Words {
  return {
    en: `Nothing was saved in the database ${database} (QUDAO_DB): ${message}`,
    zh: `数据库 ${database}（QUDAO_DB）没有保存任何内容，原因见上。`,
  }
}
