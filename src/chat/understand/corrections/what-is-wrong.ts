import type { Ctx } from '../../../crm/context.ts'
import { fieldsOf } from '../command-fields.ts'
import { plainText } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { asked, type Base } from './base.ts'
import { fieldLabelled } from './field-labels.ts'

const forms = [
  /^(?<what>.{0,8}?)(?:有点|好像|都)?(?:不对|错了|有误|有问题|不准|不是这样|[写说记搞弄打输填报]错了?)(?:了|的)?$/u,
  /^(?:(?:the )?(?<what>[a-z ]+?) (?:is |was |are )?)?(?:wrong|not right|not correct|incorrect)$/u,
  /^(?<what>联系人|客户|日期|时间|内容|产品|数量)不是[^是,，]{1,12}$/u,
  /^(?:the )?wrong (?<what>[a-z ]+)$/u,
  /^(?:我|要|想|再|请|帮我)*(?:改|修改)(?<what>.{2,6})$/u,
  /^(?:我|要|想|再|请|帮我)*(?:改|修改)(?:一下|下)(?<what>.{2,6})$/u,
  /^change (?:the )?(?<what>[a-z ]+)$/u,
]

/** 不对, 时间不对: that something is wrong, and not what is right. */
export async function whatIsWrong(_ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const text = plainText(said)
    .replace(/[\s,，。.!！?？]+$/u, '')
    .trim()
  for (const form of forms) {
    const found = form.exec(text)
    const field =
      found && fieldIn(base, (found.groups?.what ?? '').replace(/^(?:这个|那个|全|都|that|this|it)$/u, ''))
    if (typeof field === 'string') return asked(base, field, whatThen)
  }
  return null
}

function fieldIn(base: Base, what: string): string | undefined {
  if (what === '') return ''
  if (/^(?:时间|日期|日子|date|day|time)$/u.test(what)) return oneDate(base) ?? ''
  return fieldLabelled(fieldsOf(base.command.input), what)
}

/** The only date there is. */
function oneDate({ command, input }: Base): string | undefined {
  const set = fieldsOf(command.input).filter(
    ([name, { kind }]) => kind === 'date' && input[name] !== undefined,
  )
  return set.length === 1 ? set[0]![0] : undefined
}

const whatThen = {
  zh: '哪里不对？请在表上改，或直接说改成什么，如“日期改成昨天”。',
  en: 'What is wrong? Please change it on the form, or say it, like “change the date to yesterday”.',
}
