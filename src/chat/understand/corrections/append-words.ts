import type { Ctx } from '../../../crm/context.ts'
import { fieldsOf } from '../command-fields.ts'
import { joined, tidied } from '../tidy.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo, partsSaid } from './base.ts'
import { fieldLabelled } from './field-labels.ts'
import { isAboutPerson } from './is-about-person.ts'

const add =
  '(?:加上|加一[句条下点]|加句|再加|补充(?:一[句条下点])?|补一[句条下]|补上|添上|追加|另外写上|备注一[下句]|(?:忘了?|漏了?)(?:说|写|记)了?)'

const forms: RegExp[] = [
  /^(?:备注|补充|说明)[\s:：,，]+(?<words>.+)$/u,
  new RegExp(`^(?:再|还|也|要|请|帮我)*${add}(?:说明|内容)?[\\s:：,，]*(?<words>.+)$`, 'u'),
  new RegExp(
    `^(?<label>\\p{Script=Han}{2,4}?)(?:里|中|那里)?(?:再|还)?(?:${add}|加)[\\s:：,，]*(?<words>.+)$`,
    'u',
  ),
  /^(?<label>\p{Script=Han}{2,4})(?:\s+|\s*[:：]\s*)(?<words>.+)$/u,
  /^(?:please |also )*(?:add|note)(?: that| a note| a line)(?: that)?[\s:,]*(?<words>.+)$/u,
  /^(?:please |also )*(?:add|note) *:\s*(?<words>.+)$/u,
  /^(?:please |also )*add to (?:the )?(?<label>[a-z ]+?)(?: that|:)\s*(?<words>.+)$/u,
  /^(?<label>[a-z]+) *: *(?<words>.+)$/u,
]

/** 加一句 他要海报, 反馈 他要两张海报, 内容加上…: more words for a field that holds words. */
export async function appendWords(_ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  for (const form of forms) {
    const parts = partsSaid(form, said)
    const field = parts && wordsFieldFor(base, parts.label, parts.words!)
    if (field) return withMore(base, field.name, field.words)
  }
  return null
}

const there = [
  /^(?<name>.+?)也(?:在场?|来了|参加了?|一起.{0,3})$/u,
  /^(?<name>.+?) was (?:also )?there(?: too| as well)?$/u,
]

/** 王店长也在: who else was there has no field, unless nobody was named. */
export async function alsoThere(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const person = there.map((form) => partsSaid(form, said)?.name).find(Boolean)
  if (!person || !base.command.input.shape.contact) return null
  if (!(await isAboutPerson(ctx, person, base.input.customer))) return null
  if (base.input.contact === undefined) return changedTo(base, { ...base.input, contact: person })
  return base.command.input.shape.about ? withMore(base, 'about', said) : null
}

/** What he said or wants is feedback, where there is a field for it. */
function wordsFieldFor({ command }: Base, label: string | undefined, words: string) {
  const fields = fieldsOf(command.input)
  const named = label && fieldLabelled(fields, label.toLowerCase())
  if (label) return named && kindOf(fields, named) === 'words' ? { name: named, words: theirs(words) } : null
  const names = fields.filter(([, { kind }]) => kind === 'words').map(([name]) => name)
  const own = theirs(words)
  const name = own !== words && names.includes('feedback') ? 'feedback' : names[0]
  return name ? { name, words: own } : null
}

const kindOf = (fields: ReturnType<typeof fieldsOf>, name: string) =>
  fields.find(([one]) => one === name)![1].kind

/** 他要海报: that it was he who wants it, the field says. */
const theirs = (words: string) =>
  words.replace(
    /^(?:他|她|对方|客户)们?(?:还|也)?(?:(?:说|讲|表示|提到)[,，:：\s]*|(?=[要想问同不]))|^(?:he|she|they) (?:also )?(?:said|says|told me)(?: that)? /iu,
    '',
  )

function withMore(base: Base, name: string, words: string): Understood {
  const old = base.input[name]
  const more = tidied(words)
  return changedTo(base, { ...base.input, [name]: typeof old === 'string' ? joined([old, more]) : more })
}
