import { Refusal, refuse } from '../crm/refusal.ts'
import type { Bot, FileRef, Say } from './contract.ts'
import type { Said } from './converse.ts'

const mostBytes = 16 * 1024

/** What was said, in words. A file of plain text is what it holds, as if it had been pasted. */
export async function saidOf(bot: Bot, say: Say): Promise<Said | Refusal> {
  if ('press' in say) return { sentence: say.press, values: say.values }
  if (!('file' in say)) return { sentence: say.text }
  try {
    return { sentence: [say.text, await wordsIn(bot, say.file)].filter(Boolean).join('\n') }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function wordsIn(bot: Bot, file: FileRef): Promise<string> {
  const readable = /\.(txt|csv|tsv)$/i.test(file.name) && (file.size ?? 0) <= mostBytes
  if (!bot.fetchFile || !readable) return refuseFile(file)
  const bytes = await bot.fetchFile(file)
  if (bytes.length > mostBytes) return refuseFile(file)
  return decode(bytes).replaceAll(/[\t;]/g, ' ')
}

/** Exports from Chinese office programs come in GB 18030 as often as in UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const refuseFile = ({ name }: FileRef): never =>
  refuse('file.kind', {
    zh: `读不了文件“${name.slice(0, 60)}”。我能读 16 KB 以内的 .txt 和 .csv；其他文件请把内容粘贴成文字发给我。`,
    en: `I cannot read the file “${name.slice(0, 60)}”. I read .txt and .csv up to 16 KB; of other files please paste the text.`,
  })
