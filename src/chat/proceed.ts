import { type Card, text } from '../../cards/card.ts'
import { chooseCard, confirmCard, draftWords, undoableCard } from '../../cards/draft-card.ts'
import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { fieldsOf } from '../crm/fields.ts'
import { roles, roleWords } from '../crm/people/roles.ts'
import { Refusal, refuse } from '../crm/refusal.ts'
import type { Words } from '../lib/words.ts'
import { type Core, commandNamed, mayUse } from './core.ts'
import { differences } from './differences.ts'
import { draftShown } from './draft-shown.ts'
import { changeDraft, type Draft, type NewDraft, openDraft, replaceDraft, useDraft } from './drafts.ts'
import { formCard } from './form.ts'
import { keepRecords, showRecords, withAnother, withRest } from './records.ts'
import { draftMeant } from './spoken-of.ts'
import { suggest } from './suggest.ts'
import type { Ask, Understood } from './understand/understood.ts'
import { alreadyUsed, lastSaved, savedAt, savedBefore } from './used-drafts.ts'

/** What was understood is done, or a card asks for what is missing, doubtful or still to be confirmed. */
export async function proceed(ctx: Ctx, core: Core, understood: Understood): Promise<Card> {
  if (understood.records) return showRecords(ctx, core, await keepRecords(ctx, core, understood.records))
  if (!understood.command) return notUnderstood(ctx, core, understood)
  const command = commandNamed(core.commands, understood.command)
  allow(ctx, command)
  const draft = newDraftOf(command, understood)
  if (understood.corrects === 'draft') {
    const open = await draftMeant(ctx, await lastSaved(ctx, core))
    if (open) {
      const next = await replaceDraft(ctx, open, { ...draft, corrects: open.corrects })
      const card = await showDraft(ctx, core, next)
      return withDifferences(ctx, core, card, { command, before: open.input, after: draft.input })
    }
  }
  if (understood.corrects === 'last') {
    const last = await lastSaved(ctx, core)
    if (last?.outcome) {
      const corrects = { command: last.command, subject: last.outcome }
      const card = await showDraft(ctx, core, await openDraft(ctx, { ...draft, corrects }))
      return withDifferences(ctx, core, card, { command, before: last.input, after: draft.input })
    }
  }
  if (understood.corrects === 'late') return showInstead(ctx, core, draft)
  const ready = draft.asks.length === 0 && draft.choices.length === 0
  ctx.openly = ready && command.openly
  if (ready && (!command.writes || understood.exact || ctx.me.saveAtOnce.includes(command.name)))
    return runAtOnce(ctx, command, draft)
  return showDraft(ctx, core, await openDraft(ctx, draft))
}

/** A change for which it is too late: what was saved stays, and what can be done instead is shown, to be saved or not. */
async function showInstead(ctx: Ctx, core: Core, draft: NewDraft): Promise<Card> {
  const late = await savedBefore(ctx, core)
  const card = await showDraft(ctx, core, await openDraft(ctx, draft))
  if (!late) return card
  const title = commandNamed(core.commands, late.command).title[ctx.language]
  const { tooLate, anotherOne } = draftWords(ctx.language)
  const said = tooLate(title, savedAt(ctx, late), ctx.rules.undoMinutes)
  const blocks = [text(draft.command === late.command ? `${said}${anotherOne}` : said), ...card.blocks]
  return { ...card, blocks }
}

/** What was understood, with what its command still needs. */
export function newDraftOf(
  command: Command,
  { input, asks, choices }: Pick<Understood, 'input' | 'asks' | 'choices'>,
): NewDraft {
  const asked = asks.length + choices.length > 0
  const missing = asked ? asks : missingOf(command, input)
  const known = asked ? { input } : withoutRefused(input, missing)
  return { command: command.name, ...known, asks: missing, choices }
}

async function withDifferences(
  ctx: Ctx,
  core: Core,
  card: Card,
  change: Parameters<typeof differences>[2],
): Promise<Card> {
  const lines = await differences(ctx, core, change)
  if (lines.length === 0) return card
  return { ...card, blocks: [text(draftWords(ctx.language).changed(lines)), ...card.blocks] }
}

/** A draft as it stands: a choice, a form, or what was understood with the button to save it. */
export async function showDraft(ctx: Ctx, core: Core, draft: Draft): Promise<Card> {
  if (draft.records) return showRecords(ctx, core, draft)
  ctx.showing = draft.code
  const command = commandNamed(core.commands, draft.command)
  const title = command.title[ctx.language]
  const choice = draft.choices[0]
  if (choice) {
    const options = choice.options.map(({ label }) => label)
    return chooseCard({ title, said: choice.said, options }, draft.code, ctx.language)
  }
  if (draft.asks.length > 0 || !command.writes) return formCard(ctx, core, command, draft)
  if (!command.confirm) return formCard(ctx, core, command, draft)
  try {
    const input = command.input.parse(draft.input)
    const settled = command.settle ? await command.settle(ctx, input) : input
    if (settled !== input) await changeDraft(ctx, draft, { input: settled })
    ctx.corrects = draft.corrects?.subject
    return confirmCard(await command.confirm(ctx, settled), draft.code, ctx.language)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !refusal.fields) throw refusal
    return formCard(ctx, core, command, await changeDraft(ctx, draft, { asks: asksOf(refusal) }))
  }
}

/** Runs a draft that is complete, and marks it as used: a second press has no second effect. */
export async function runDraft(ctx: Ctx, core: Core, draft: Draft): Promise<Card> {
  const command = commandNamed(core.commands, draft.command)
  allow(ctx, command)
  const missing = missingOf(command, draft.input)
  if (missing.length > 0)
    return formCard(ctx, core, command, await changeDraft(ctx, draft, { asks: missing }))
  if (!(await useDraft(ctx, draft, null))) return alreadyUsed(ctx, core, draft.code)
  if (draft.corrects) await takeBackCorrected(ctx, core, draft.corrects)
  const card = await runNoted(ctx, command, draft)
  const answer = await withRest(ctx, core, await finish(ctx, command, draft, card), draft)
  return command.writes ? withAnother(ctx, core, answer) : answer
}

/** What is corrected is taken back by what takes its place, unless that was done already: it is taken back once. */
async function takeBackCorrected(
  ctx: Ctx,
  core: Core,
  { command, subject }: NonNullable<Draft['corrects']>,
): Promise<void> {
  const { count } = await ctx.db.draft.updateMany({
    where: { memberId: ctx.me.id, command, outcome: subject },
    data: { outcome: 'undone' },
  })
  if (count > 0) await commandNamed(core.commands, command).undo?.(ctx, subject)
}

/** Nothing to confirm. A change leaves a used draft behind all the same, by which it can be taken back. */
async function runAtOnce(ctx: Ctx, command: Command, draft: NewDraft): Promise<Card> {
  const card = await runNoted(ctx, command, draft)
  if (!command.undo || !card.subject) return card
  const opened = await openDraft(ctx, draft)
  await useDraft(ctx, opened, card.subject)
  return finish(ctx, command, opened, card)
}

/** What changes nothing is remembered as what was looked up. */
function runNoted(ctx: Ctx, command: Command, { input }: NewDraft): Promise<Card> {
  if (!command.writes) ctx.lookedUp = { command: command.name, input }
  return command.run(ctx, command.input.parse(input))
}

async function finish(ctx: Ctx, command: Command, draft: Draft, card: Card): Promise<Card> {
  await ctx.db.draft.update({ where: { id: draft.id }, data: { outcome: card.subject ?? null } })
  return command.undo && card.subject ? undoableCard(card, draft.code, ctx.language) : card
}

export function allow(ctx: Ctx, command: Command): void {
  if (mayUse(command, ctx)) return
  ctx.audited.push({ action: 'command.refused', subject: `command:${command.name}`, detail: {} })
  const whose = whoMay(command)
  refuse('command.not_allowed', {
    zh: `“${command.title.zh}”不在您的权限内，由${whose.zh}来做。发“帮助”看看您能做什么。`,
    en: `You may not “${command.title.en}”: that is for the ${whose.en}. Send “help” to see what you can do.`,
  })
}

const anyOf = {
  zh: new Intl.ListFormat('zh', { type: 'disjunction' }),
  en: new Intl.ListFormat('en', { type: 'disjunction' }),
}

function whoMay({ may }: Command): Words {
  const named = roles
    .filter((role) => may === 'everyone' || may.includes(role))
    .map((role) => roleWords[role])
  return { zh: anyOf.zh.format(named.map(({ zh }) => zh)), en: anyOf.en.format(named.map(({ en }) => en)) }
}

/** Required fields without a value, and values that are none. */
export function missingOf(command: Command, input: Record<string, unknown>): Ask[] {
  const parsed = command.input.safeParse(input)
  if (parsed.success) return []
  const labels = new Map(fieldsOf(command.input).map(([name, field]) => [name, field.label]))
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  return [...names].map((field) => {
    const label = labels.get(field)
    const why = { zh: `请填写${label?.zh ?? field}`, en: `Please fill in: ${label?.en ?? field}` }
    return input[field] === undefined ? { field, why, missing: true } : { field, why }
  })
}

/** What was said but is no value of its field, a 30th of February, stays as it was typed: nothing can be drawn from it. */
function withoutRefused(given: Record<string, unknown>, asks: Ask[]): Pick<NewDraft, 'input' | 'values'> {
  const refused = asks.filter(({ field, missing }) => !missing && typeof given[field] === 'string')
  if (refused.length === 0) return { input: given }
  const names = new Set(refused.map(({ field }) => field))
  return {
    input: Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name))),
    values: Object.fromEntries([...names].map((name) => [name, String(given[name])])),
  }
}

export const asksOf = ({ fields = {}, words }: Refusal): Ask[] => [
  { field: '', why: words },
  ...Object.entries(fields).map(([field, why]) => ({ field, why })),
]

/** A card that waits is shown again, so that nobody takes it for changed; it takes another 好 to save it. */
async function notUnderstood(ctx: Ctx, core: Core, understood: Understood): Promise<Card> {
  const draft = await draftShown(ctx)
  if (!draft || understood.about) return suggest(ctx, core, understood)
  const card = await showDraft(ctx, core, draft)
  const { unchanged, notOfList } = draftWords(ctx.language)
  if (draft.records) return { ...card, blocks: [text(notOfList), ...card.blocks] }
  ctx.showing = undefined
  return { ...card, blocks: [text(unchanged), ...card.blocks] }
}

/** The commands that come nearest, with examples from the customer that was named, or from the person's own. */
