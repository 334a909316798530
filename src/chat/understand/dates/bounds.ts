import type { Atom, Meaning } from './meaning.ts'

/** What stands around a date and changes it: 周五前, 月底左右, 从12月1日起, by Friday, every Monday. */
export function withBounds(text: string, atom: Atom): Atom {
  if (atom.noted) return atom
  const after = afterwards(text.slice(atom.end), atom)
  const before = beforehand(text.slice(Math.max(0, atom.start - 20), atom.start))
  return { ...atom, ...before, ...after?.means, end: atom.end + (after?.length ?? 0) }
}

const number = '(?:\\d+|[一两二三几])'

/** In this order: 前后 is not 前. */
const suffixes: [RegExp, Meaning][] = [
  [new RegExp(`^的?(?:前|后|第|最后|倒数第?|头)${number}(?:天|周|个|日)`), { noted: 'unclear' }],
  [/^的?[那这]几天/, { noted: 'vague' }],
  [new RegExp(`^(?:起|开始)?的?${number}天`), { noted: 'unclear' }],
  [/^ (?:after next|before last|after that|week|fortnight)\b/, { noted: 'unclear' }],
  [/^ or (?:two|\d)/, { noted: 'vague' }],
  [/^ ?(?:左右|前后|上下|附近)/, { about: true }],
  [/^ ?(?:之前|以前|下班前|为止|之内|以内|内(?!容|部)|前(?![台面途往景端锋线]))/, { bound: 'by' }],
  [/^ ?(?:之后|以后|过后|后(?![台面备勤仓厨排]))/, { bound: 'after' }],
  [/^(?:起(?![来去做看])|开始|以来)/, { bound: 'from' }],
  [/^ ?(?:or so|-ish|ish)\b/, { about: true }],
]

/** 国庆后第一个工作日 is what 国庆后 means; 国庆前一周 is another day. */
const afterHoliday: [RegExp, Meaning][] = [
  [/^的?(?:第一个?工作日|首个工作日|上班第一天)/, {}],
  [new RegExp(`^的?第?${number}(?:天|周|个|日)`), { noted: 'unclear' }],
]

function afterwards(rest: string, atom: Atom): { means: Meaning; length: number } | null {
  const table = atom.day?.is === 'holidayEdge' ? afterHoliday : suffixes
  if (isComplete(atom)) return null
  for (const [pattern, means] of table) {
    const match = pattern.exec(rest)
    if (match) return { means, length: match[0].length }
  }
  return null
}

/** 三天后 and 一周内 have their direction already. */
function isComplete({ day, span, time, phrase }: Atom): boolean {
  const counted = /[后前内]$/.test(phrase)
  return (
    counted &&
    (day?.is === 'offset' || day?.is === 'workingDays' || span?.is === 'within' || time?.is === 'fromNow')
  )
}

const prefixes: [RegExp, Meaning][] = [
  [/\b(?:following|first|second|third|last) $|每(?:天|日|周|月)的?$/, { noted: 'unclear' }],
  [/第.{1,2}个?(?:周|星期|礼拜)?的?$/, { noted: 'unclear' }],
  [/\b(?:days?|weeks?|months?) (?:from|after|before|of|commencing) (?:the )?$/, { noted: 'unclear' }],
  [
    /(?:截至|截止到?|最晚|最迟|不晚于|赶在|\b(?:by|eod|cob|end of day|until|till|before|no later than|due)) ?(?:the |on )?$/,
    { bound: 'by' },
  ],
  [/\b(?:after|later than) (?:the )?$/, { bound: 'after' }],
  [/(?:从|自|\b(?:from|since|starting|as of)) ?(?:the |on )?$/, { bound: 'from' }],
  [/(?:大概|大约|差不多|\b(?:around|about|approximately|roughly)) ?(?:the )?$/, { about: true }],
  [/(?:每|逢|隔|\b(?:every|each)) ?$/, { noted: 'recurring' }],
  [/\b(?:early|late|later|sometime|some time) $/, { noted: 'vague' }],
]

function beforehand(text: string): Meaning {
  return prefixes.find(([pattern]) => pattern.test(text))?.[1] ?? {}
}
