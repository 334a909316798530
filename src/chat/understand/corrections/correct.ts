import type { Command } from '../../../crm/command.ts'
import type { Ctx } from '../../../crm/context.ts'
import { plainText } from '../normalise.ts'
import type { SpokenOf, Understood } from '../understood.ts'
import { alsoThere, appendWords } from './append-words.ts'
import { asked, type Base, basesOf, changedTo, type Reader, withOpen } from './base.ts'
import { completingVisit } from './complete-visit.ts'
import { correctedLines } from './correct-lines.ts'
import { canBeChange, correctionsSaid, isAnnounced, opened } from './correction-said.ts'
import { dayAlone, daySaid, stepSaid } from './day-said.ts'
import { dropField } from './drop-field.ts'
import { dropHalf } from './drop-half.ts'
import { isAboutPerson } from './is-about-person.ts'
import { linesSaid } from './lines-said.ts'
import { replaceWords } from './replace-words.ts'
import { labelSaid, setField } from './set-field.ts'
import { afterTheTime } from './too-late.ts'
import { whatIsWrong } from './what-is-wrong.ts'

/** Puts a change that was said into what waits to be confirmed, or was saved last. Null where the sentence is none. */
export async function corrected(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
): Promise<Understood | null> {
  if (!canBeChange(text)) return null
  for (const base of basesOf(commands, spokenOf)) {
    const changed = (await severalChanges(ctx, base, text)) ?? (await oneChange(ctx, base, text))
    if (changed) return withOpen(base, { ...changed, why: [`a change of the ${base.corrects}`] })
  }
  return null
}

/**
 * What would be nothing, or a record with its customer still to be named: a value alone is put into the draft, and a
 * change that cannot be made is asked about on its form, so that nothing else comes of it.
 */
export async function otherwiseCorrected(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
  read: Understood,
): Promise<Understood> {
  const [base] = basesOf(commands, spokenOf)
  const isOther =
    base?.corrects === 'last' && (spokenOf.customer ?? base.input.customer) !== base.input.customer
  const completed = base && !isOther && completingVisit(ctx, base, text, read)
  if (completed) return withOpen(base, completed)
  const isWhole = read.command !== null && !read.asks.some(({ field }) => field === 'customer')
  if (!base) return (await correctedLate(ctx, commands, text, spokenOf, read)) ?? read
  if (isWhole || read.corrects || !canBeChange(text)) return read
  const value = base.corrects === 'draft' ? await firstOf(aloneReaders, ctx, base, opened(text)) : null
  if (value) return withOpen(base, value)
  return announcesChange.test(plainText(text).trim()) ? asked(base, '', unclear) : read
}

const saysOtherwise = /^是|不是|应该是|改成|改为|换成|^(?:that|it) was\b/u

/** Something to be saved, and nothing to be asked about it. */
const tellsOfItself = (commands: Command[], { command, asks, choices }: Understood): boolean =>
  asks.length + choices.length === 0 && commands.some(({ name, writes }) => name === command && writes)

/** 改成周三, half an hour after it was saved: null where nothing was, or the sentence is no change of it. */
async function correctedLate(
  ctx: Ctx,
  commands: Command[],
  text: string,
  { late }: SpokenOf,
  read: Understood,
): Promise<Understood | null> {
  const command = commands.find(({ name }) => name === late?.command)
  if (!late || !command || !canBeChange(text) || tellsOfItself(commands, read)) return null
  const said = plainText(text).trim()
  if (!isAnnounced(text) && !announcesChange.test(said) && !saysOtherwise.test(said)) return null
  const base: Base = { command, input: late.input, corrects: 'last' }
  const changed = (await severalChanges(ctx, base, text)) ?? (await oneChange(ctx, base, text))
  const key = late.subject.slice(late.subject.indexOf(':') + 1)
  return changed && afterTheTime(commands, base, key, changed)
}

const announcesChange =
  /^(?:不是|不对|错了|[写说记搞弄打输填报]错|改(?![天日期])|换成|应该|去掉|删[掉了]|漏|忘了?[写报说]|[少多]了?[写报算]|加[一上句]|再加|补充|补[一上]|把.+[改换]|change |remove |make it |should )|^.{1,10}(?:改成|改为|换成).{1,10}$|^.{0,8}\d\S{0,2}改.{1,8}$|^.{0,8}(?:不对|错了|反了)$/u

/** 不是王店长是刘会计，而且是昨天去的: where each part is a change by itself, all of them are made. */
async function severalChanges(ctx: Ctx, base: Base, text: string): Promise<Understood | null> {
  const parts = opened(text)
    .split(/[,，;；。]\s*(?:而且|并且|另外|还有|同时|and )?|\s*(?:而且|并且|, and )\s*/u)
    .filter(Boolean)
  if (parts.length < 2) return null
  let sum = changedTo(base, base.input)
  for (const part of parts) {
    const changed = await oneChange(ctx, { ...base, input: sum.input }, part)
    if (!changed || changed.asks.length > 0) return null
    sum = { ...changed, choices: [...sum.choices, ...changed.choices] }
  }
  return sum
}

async function oneChange(ctx: Ctx, base: Base, text: string): Promise<Understood | null> {
  return (await whatIsWrong(ctx, base, text)) ?? firstOf(readers(isAnnounced(text)), ctx, base, opened(text))
}

const readers = (announced: boolean): Reader[] => [
  linesSaid,
  daySaid,
  dropHalf,
  dropField,
  appendWords,
  labelSaid,
  alsoThere,
  async (ctx, base, said) => {
    for (const change of correctionsSaid(said, announced)) {
      const lines = 'lines' in base.input ? await correctedLines(ctx, base, change) : null
      const inLabelled = change.from && change.what ? replaceWords(base, change) : null
      const changed = lines ?? inLabelled ?? (await setField(ctx, base, change)) ?? replaceWords(base, change)
      if (changed) return changed
    }
    return null
  },
]

/** 小陈: whom one spoke with. */
const personAlone: Reader = async (ctx, base, said) => {
  const person = said.trim().replace(/^(?:跟|和|是|with )/u, '')
  if (!base.command.input.shape.contact || !(await isAboutPerson(ctx, person, base.input.customer)))
    return null
  return setField(ctx, base, { to: person })
}

const aloneReaders: Reader[] = [dayAlone, personAlone, stepSaid]

async function firstOf(those: Reader[], ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  for (const read of those) {
    const changed = await read(ctx, base, said)
    if (changed) return changed
  }
  return null
}

const unclear = {
  zh: '没看懂要改哪里，请在表上改。',
  en: 'I did not understand what is to change. Please change it on the form.',
}
