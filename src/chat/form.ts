import type { Block, Card, FormField, FormValues } from '../../cards/card.ts'
import { completeCard, draftWords, editSentence, saveButton } from '../../cards/draft-card.ts'
import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { type Field, fieldsOf } from '../crm/fields.ts'
import type { Core } from './core.ts'
import type { Draft } from './drafts.ts'
import type { Ask, Choice } from './understand/understood.ts'

/** The form of a draft: the command's own, or one derived from its input; what was entered and refused is shown again. */
export async function formCard(ctx: Ctx, core: Core, command: Command, draft: Draft): Promise<Card> {
  ctx.showing = draft.code
  const { language } = ctx
  const title = command.title[language]
  if (command.form) {
    const submit = saveButton(draft.code, language)
    const card = withRefused(await command.form(ctx, draft.input, submit), draft, ctx)
    return { ...card, blocks: card.blocks.map(openedBy(draft)), subject: `draft:${draft.code}` }
  }
  const fields = await Promise.all(
    fieldsOf(command.input).map(([name, field, required]) =>
      formField(ctx, core, draft, { name, field, required }),
    ),
  )
  const shown = new Set(fields.map(({ name }) => name))
  const reasons = draft.asks.filter(({ field }) => !shown.has(field)).map(({ why }) => why[language])
  return completeCard({ title, fields, reasons }, draft.code, language)
}

const openedBy =
  ({ code }: Draft) =>
  (block: Block): Block =>
    block.type === 'form' ? { ...block, open: editSentence(code) } : block

async function formField(
  ctx: Ctx,
  core: Core,
  draft: Draft,
  { name, field, required }: { name: string; field: Field; required: boolean },
): Promise<FormField> {
  const given = draft.input[name]
  const inWords = given === undefined ? undefined : await core.fieldInWords(ctx, field, given, draft.input)
  const ask = draft.asks.find((one) => one.field === name)
  return {
    name,
    label: field.label[ctx.language],
    kind: formKind(field),
    required,
    value: draft.values?.[name] ?? inWords,
    options: field.options?.map(({ value, words }) => ({ value, label: words[ctx.language] })),
    error: ask && (!ask.missing || draft.values) ? ask.why[ctx.language] : undefined,
  }
}

/** Dates stay texts: a person may write 下周二 as well as 2026-12-01. */
function formKind(field: Field): FormField['kind'] {
  if (field.kind === 'choice') return 'select'
  if (field.kind === 'words' || field.kind === 'stock_lines') return 'lines'
  return 'text'
}

/** A command's own form, with the refused texts and the reasons put back beside their fields. */
function withRefused(card: Card, { values, asks }: Draft, ctx: Ctx): Card {
  const reason = (name: string) => asks.find(({ field }) => field === name)?.why[ctx.language]
  const named = new Set<string>()
  const blocks = card.blocks.map((block) => {
    if (block.type !== 'form') return block
    const fields = block.fields.map((field) => {
      named.add(field.name)
      return {
        ...field,
        value: values?.[field.name] ?? field.value,
        error: reason(field.name) ?? field.error,
      }
    })
    return { ...block, fields }
  })
  const rest = asks.filter(({ field, missing }) => !named.has(field) && (!missing || values))
  if (rest.length === 0) return { ...card, blocks }
  const reasons = new Set(rest.map(({ why }) => why[ctx.language]))
  const said = [...reasons, draftWords(ctx.language).correct].join('\n')
  return { ...card, tone: 'warning', blocks: [{ type: 'text', text: said }, ...blocks] }
}

interface Filled {
  input: Record<string, unknown>
  asks: Ask[]
  choices: Choice[]
}

/** Reads a submitted form into the draft's input. What cannot be read is asked again, with what was typed. */
export async function fillIn(
  ctx: Ctx,
  core: Core,
  { command, draft, values }: { command: Command; draft: Draft; values: FormValues },
): Promise<Filled> {
  if (command.fromForm) {
    return { input: await command.fromForm(ctx, draft.input, values), asks: [], choices: [] }
  }
  const filled: Filled = { input: { ...draft.input }, asks: [], choices: [] }
  for (const [name, field] of fieldsOf(command.input)) {
    const typed = values[name]?.trim()
    if (typed === undefined) continue
    const given = draft.input[name]
    const unchanged =
      given !== undefined && typed === (await core.fieldInWords(ctx, field, given, draft.input))
    if (unchanged) continue
    delete filled.input[name]
    if (typed === '') continue
    const read = await core.understandField(ctx, field, typed, filled.input)
    if ('value' in read) filled.input[name] = read.value
    else if ('error' in read) filled.asks.push({ field: name, why: read.error })
    else filled.choices.push({ field: name, said: typed, options: read.options })
  }
  return filled
}
