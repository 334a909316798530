import type { Ctx } from '../../../crm/context.ts'
import { todayOf } from '../moments.ts'
import { plainText } from '../normalise.ts'
import { joined } from '../tidy.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo } from './base.ts'

/** 对了, 另外, 他…: goes on with what was told before, also where that was saved. */
const goesOn =
  /^[\s,，]*(?:(?:我|哦|噢|嗯|啊|呃)[\s,，]+)?(?:对了|另外|还有|补充|忘了?(?:说|写|记)|漏了|顺便|[他她](?!们?家)|对方|by the way|also\b|oh\b|(?:and )?(?:he|she|they)\b|forgot)/u

/**
 * 另外他要两张海报, 跟小陈聊的, while a visit waits: words of a visit that name no customer go on telling of it, where they
 * say what is still open, more feedback, or one thing alone. Null where they may be another visit.
 */
export function completingVisit(ctx: Ctx, base: Base, said: string, read: Understood): Understood | null {
  const text = plainText(said)
  if (goesSomewhere.test(text) || (base.corrects === 'last' && !goesOn.test(text))) return null
  if (base.command.name !== read.command || namesCustomer(read)) return null
  if (read.asks.some(({ field, missing }) => !missing && field !== 'customer')) return null
  const news = Object.entries(told(ctx, read.input))
  const others = news.filter(([name, value]) => {
    const old = base.input[name]
    return name !== 'feedback' && old !== undefined && old !== value
  })
  if (news.length === 0 || (others.length > 0 && news.length > 1)) return null
  const more = news.map(([name, value]) => {
    const old = base.input[name]
    const goesOn = (name === 'feedback' || name === 'about') && typeof old === 'string'
    if (!goesOn) return [name, value]
    return [name, old.includes(String(value)) ? old : joined([old, String(value)])]
  })
  return changedTo(base, { ...base.input, ...Object.fromEntries(more) })
}

/** 拜访沃尔玛: somewhere else, even where nobody knows the place; 电话拜访的 is how. */
const goesSomewhere =
  /(?<!电话|微信|上门|线上)(?:拜访|走访|巡店|跑店)|[去到跑](?:了|过)|\b(?:visited|visit|went|called|stopped)\b/u

/** Not by name, and not as one of several: only as that of the person one spoke with. */
const namesCustomer = ({ input, asks, choices }: Understood): boolean => {
  const choice = choices.find(({ field }) => field === 'customer')
  if (choice) return choice.said !== input.contact
  return !asks.some(({ field }) => field === 'customer')
}

/** Without the day that stands where none was said, and without what stands there twice. */
function told(ctx: Ctx, { customer: _, date, about, ...input }: Base['input']): Base['input'] {
  const isToday = date === todayOf(ctx).toString()
  const isTwice =
    input.feedback !== undefined &&
    (about === input.feedback ||
      /^(?:还有|另外|备注|对了|补充|忘了说|顺便|by the way|also)$/u.test(String(about)))
  return {
    ...input,
    ...(!isToday && date !== undefined && { date }),
    ...(!isTwice && about !== undefined && { about }),
  }
}
