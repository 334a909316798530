import type { Ctx } from '../../../crm/context.ts'
import type { Field } from '../../../crm/fields.ts'
import { numberAt } from '../../../lib/numerals.ts'
import { periodOf } from '../../../lib/period.ts'
import type { FieldValue } from '../../core.ts'
import { datesIn, dayIn } from '../moments.ts'
import { findMoney, moneyDoubts } from '../money.ts'
import { plainText } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import { periodIn } from '../periods-said.ts'

/** A date phrase in the slot of the field: 下周二, 12月1日 周二, 2026-12-01. */
export function readDateField(ctx: Ctx, typed: string, slot: 'done' | 'next'): FieldValue {
  const mentions = datesIn(ctx, typed)
  const [mention] = mentions.filter(({ kind }) => kind !== 'time')
  if (!mention) return { error: noDate(typed) }
  const read = dayIn(ctx, mention, slot)
  if ('ask' in read) return { error: read.ask }
  if ('options' in read) return { options: read.options }
  return read.to && read.to !== read.day ? { error: noDate(typed) } : { value: read.day }
}

export function readTimeField(ctx: Ctx, typed: string): FieldValue {
  const time = datesIn(ctx, typed)
    .map(({ value }) => value?.time)
    .find(Boolean)
  if (time) return { value: time.toString({ smallestUnit: 'minute' }) }
  return {
    error: {
      zh: `“${typed}”是几点？请写成 15:00 这样。`,
      en: `“${typed}”: what time? Please write it like 15:00.`,
    },
  }
}

export function readPeriodField(ctx: Ctx, typed: string): FieldValue {
  const period = periodOf(typed.trim().toUpperCase()) ?? periodIn(ctx, typed)
  if (period) return { value: period.id }
  return {
    error: {
      zh: `“${typed}”是哪一周？请写“上周”或 2026-W47 这样。`,
      en: `“${typed}”: which week? Please write “last week”, or like 2026-W47.`,
    },
  }
}

export function readNumberField(typed: string): FieldValue {
  const text = plainText(typed).trim()
  const read = numberAt(text, 0)
  if (read && /^ ?(?:年|年度)?$/.test(text.slice(read.end))) return { value: read.value.toNumber() }
  return {
    error: {
      zh: `“${typed}”不是数字，请只写数字。`,
      en: `“${typed}” is no number. Please give a number alone.`,
    },
  }
}

/** In fen; a number alone is yuan. */
export function readMoneyField(typed: string): FieldValue {
  const [money] = findMoney(typed)
  if (money?.fen !== undefined) return { value: money.fen }
  if (money?.doubt) return { error: moneyDoubts[money.doubt] }
  const text = plainText(typed).trim()
  const read = numberAt(text, 0)
  if (read && read.end === text.length) return { value: read.value.times(100).toNumber() }
  return {
    error: {
      zh: `“${typed}”是多少钱？请写成 12000元 这样。`,
      en: `“${typed}”: how much money? Please write it like 12000 yuan.`,
    },
  }
}

export function readPhoneField(typed: string): FieldValue {
  const plain = plainText(typed).trim()
  if (/^\+?[\d][\d -]{5,18}$/.test(plain)) return { value: plain.replace(/ /g, '') }
  return {
    error: { zh: `“${typed}”不像电话号码，请核对。`, en: `“${typed}” is no phone number. Please check it.` },
  }
}

export function readChoiceField(field: Field, typed: string): FieldValue {
  const exact = field.options?.find(({ value, words }) => [value, words.zh, words.en].includes(typed.trim()))
  const option = exact ?? optionSaid(field, plainText(typed))
  if (option) return { value: option.value }
  const names = (language: 'zh' | 'en') =>
    field.options?.map(({ words }) => words[language]).join(language === 'zh' ? '、' : ', ')
  return { error: { zh: `请从${names('zh')}里选一个。`, en: `Please choose one of ${names('en')}.` } }
}

const noDate = (typed: string) => ({
  zh: `“${typed}”是哪一天？请写成“下周二”或 12月1日 这样。`,
  en: `“${typed}”: which day? Please write it like “next Tuesday” or 1 Dec.`,
})
