import { demoCalendar } from '../../../prisma/demo/demo-calendar.ts'
import { organisation } from '../../../prisma/demo/organisation.ts'
import { roleWords } from '../../../src/crm/people/roles.ts'
import type { Temporal } from '../../../src/lib/time.ts'
import type { NewStaff } from '../dingtalk/state/directory.ts'
import type { Member } from '../slack/workspace.ts'

/** Somebody who works at the demo company. */
export interface Colleague {
  code: string
  name: string
  role: string
  office: string
  language: 'zh' | 'en'
  email: string
  /** As it is dialled in its own country. */
  mobile: string
}

/** Everybody of the demo company but those who left. */
export function colleagues(today: Temporal.PlainDate): Colleague[] {
  const { members, units } = organisation(demoCalendar(today))
  const here = members.filter(({ leftOn }) => !leftOn || leftOn > today.toString())
  return here.map(({ code, name, nameEn, role, unitId, email, mobile, language }) => {
    const unit = units.find(({ id }) => id === unitId)!
    const english = language === 'en'
    return {
      code,
      name: english ? nameEn : name,
      role: roleWords[role][english ? 'en' : 'zh'],
      office: english ? unit.nameEn : unit.name,
      language: english ? 'en' : 'zh',
      email: email!,
      mobile: mobile!.replace('+86', ''),
    }
  })
}

export const slackId = (code: string): string => `U0${code.toUpperCase()}`

export const inSlack = ({ code, name, email, language }: Colleague): Member => ({
  id: slackId(code),
  name: code,
  real_name: name,
  email,
  locale: language === 'en' ? 'en-US' : 'zh-CN',
})

export const inDingtalk = ({ code, name, email, mobile }: Colleague): NewStaff => ({
  staffId: code,
  name,
  mobile,
  email,
})
