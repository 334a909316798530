import { type Card, type FormValues, text } from '../../cards/card.ts'
import { draftWords } from '../../cards/draft-card.ts'
import type { Ctx } from '../crm/context.ts'
import { Refusal, refuse } from '../crm/refusal.ts'
import { type AskedFor, answerAsked, completed } from './answer-asked.ts'
import { type Core, commandNamed } from './core.ts'
import { draftCode } from './draft-code.ts'
import { changeDraft, type Draft, draftByCode, openDraftOf, replacedBy } from './drafts.ts'
import { fillIn, formCard } from './form.ts'
import { asksOf, proceed, runDraft, showDraft } from './proceed.ts'
import { showRecords } from './records.ts'
import { type DraftSentence, replyTo, type Verb } from './reply.ts'
import { recall } from './spoken-of.ts'
import { takeRecord } from './take-record.ts'
import { type TypedEntry, typedForm, typedValues } from './typed-form.ts'
import { alreadyUsed, dropDraft } from './used-drafts.ts'

export interface Said {
  sentence: string
  values?: FormValues
}

/** One sentence, from wherever it came, becomes a card. */
export async function converse(ctx: Ctx, core: Core, { sentence, values }: Said): Promise<Card> {
  const typed = values ? null : typedForm(sentence)
  const spoken =
    draftSentence(typed?.sentence ?? sentence, !!(values ?? typed)) ?? (await replyTo(ctx, core, sentence))
  if (spoken && 'blocks' in spoken) return spoken
  if (spoken) return onDraft(ctx, core, { ...spoken, values, entries: typed?.entries })
  if (sentence.length > mostCharacters) refuseLength(sentence.length)
  const understood = await core.understand(ctx, sentence, await recall(ctx, core))
  const answer = understood.command ? null : await answerAsked(ctx, core, sentence)
  return answer ? showFilled(ctx, core, answer) : proceed(ctx, core, await completed(ctx, understood))
}

/** More than anyone says at once. Whoever sends a book keeps everybody else waiting while it is read. */
const mostCharacters = 3000

function refuseLength(length: number): never {
  refuse('text.too_long', {
    zh: `这段话有 ${length} 个字，我一次最多看 ${mostCharacters} 个字，没有处理。请分几次发。`,
    en: `That is ${length} characters, and I read at most ${mostCharacters} at a time, so nothing was done. Please send it in parts.`,
  })
}

/** A refusal that belongs to a draft: it is kept, with what was typed, and shown again with the reasons. */
export class DraftRefused extends Error {
  readonly draft: Draft
  readonly values: FormValues | undefined
  readonly refusal: Refusal

  constructor(draft: Draft, values: FormValues | undefined, refusal: Refusal) {
    super(refusal.message)
    this.draft = draft
    this.values = values
    this.refusal = refusal
  }
}

/** After the refused transaction was rolled back: the draft again, nothing of it lost. */
export async function showRefused(
  ctx: Ctx,
  core: Core,
  { draft, values, refusal }: DraftRefused,
): Promise<Card> {
  const kept = await changeDraft(ctx, draft, {
    asks: asksOf(refusal),
    values: { ...draft.values, ...values },
  })
  return formCard(ctx, core, commandNamed(core.commands, draft.command), kept)
}

const verbs: Record<string, Verb> = {
  保存: 'save',
  确认: 'save',
  save: 'save',
  修改: 'edit',
  change: 'edit',
  取消: 'drop',
  cancel: 'drop',
  选: 'choose',
  choose: 'choose',
  看: 'show',
  show: 'show',
}

/** `保存 D7K2`, `选 D7K2 2`: as the buttons say it; `修改` and `保存` with a form alone mean the draft that waits. */
function draftSentence(sentence: string, hasForm: boolean): DraftSentence | null {
  const parts = sentence.normalize('NFKC').trim().toLowerCase().split(/\s+/)
  const verb = verbs[parts[0] ?? '']
  if (!verb || parts.length > 3) return null
  const code = parts[1] && draftCode.test(parts[1]) ? parts[1] : undefined
  const rest = parts.slice(code ? 2 : 1)
  if (rest.length === 0 && verb !== 'choose' && (code || verb === 'edit' || (hasForm && verb !== 'show')))
    return { verb, code, choice: undefined }
  if (rest.length === 1 && verb === 'choose' && /^\d{1,2}$/.test(rest[0]!))
    return { verb, code, choice: Number(rest[0]) }
  return null
}

async function onDraft(
  ctx: Ctx,
  core: Core,
  { verb, code, choice, values, entries }: DraftSentence & { values?: FormValues; entries?: TypedEntry[] },
): Promise<Card> {
  const draft = code ? await draftByCode(ctx, code) : await openDraftOf(ctx)
  if (!draft)
    refuse('draft.none', {
      zh: '现在没有等待您确认的内容。发“帮助”看看能做什么。',
      en: 'Nothing is waiting for you to confirm. Send “help” to see what you can do.',
    })
  const next = replacedBy(draft)
  if (next) return showDraft(ctx, core, await draftByCode(ctx, next))
  if (verb === 'drop') return dropDraft(ctx, core, draft.code)
  if (draft.records) return onRecords(ctx, core, draft, choice)
  if (draft.usedAt) return alreadyUsed(ctx, core, draft.code)
  if (verb === 'show') return showDraft(ctx, core, draft)
  if (verb === 'edit') return formCard(ctx, core, commandNamed(core.commands, draft.command), draft)
  if (verb === 'choose') return choose(ctx, core, draft, choice!)
  return save(ctx, core, draft, entries ? await readTyped(ctx, core, draft, entries) : values)
}

const onRecords = (ctx: Ctx, core: Core, list: Draft, choice: number | undefined): Promise<Card> =>
  choice === undefined ? showRecords(ctx, core, list) : takeRecord(ctx, core, list, choice)

async function readTyped(ctx: Ctx, core: Core, draft: Draft, entries: TypedEntry[]): Promise<FormValues> {
  const form = await formCard(ctx, core, commandNamed(core.commands, draft.command), draft)
  return typedValues(form, entries)
}

async function choose(ctx: Ctx, core: Core, draft: Draft, number: number): Promise<Card> {
  const [choice, ...choices] = draft.choices
  const option = choice?.options[number - 1]
  if (!choice || !option) {
    const card = await showDraft(ctx, core, draft)
    return choice ? { ...card, blocks: [text(draftWords(ctx.language).noSuchOption), ...card.blocks] } : card
  }
  const input = { ...draft.input, [choice.field]: option.value }
  const chosen = await changeDraft(ctx, draft, { input, choices })
  const { writes } = commandNamed(core.commands, draft.command)
  const ready = choices.length === 0 && chosen.asks.length === 0
  return ready && !writes ? attempt(ctx, core, chosen, undefined) : showDraft(ctx, core, chosen)
}

async function showFilled(ctx: Ctx, core: Core, { draft, values }: AskedFor): Promise<Card> {
  const command = commandNamed(core.commands, draft.command)
  const filled = await fillIn(ctx, core, { command, draft, values }).catch(keepOnRefusal(draft, values))
  return showDraft(ctx, core, await changeDraft(ctx, draft, filled))
}

async function save(ctx: Ctx, core: Core, draft: Draft, values: FormValues | undefined): Promise<Card> {
  if (!values) {
    return draft.asks.length + draft.choices.length > 0 && !draft.values
      ? showDraft(ctx, core, draft)
      : attempt(ctx, core, draft, undefined)
  }
  const command = commandNamed(core.commands, draft.command)
  const filled = await fillIn(ctx, core, { command, draft, values }).catch(keepOnRefusal(draft, values))
  const changed = await changeDraft(ctx, draft, {
    ...filled,
    values: filled.asks.length > 0 ? values : undefined,
  })
  return filled.asks.length + filled.choices.length > 0
    ? showDraft(ctx, core, changed)
    : attempt(ctx, core, changed, values)
}

const attempt = (ctx: Ctx, core: Core, draft: Draft, values: FormValues | undefined): Promise<Card> =>
  runDraft(ctx, core, draft).catch(keepOnRefusal(draft, values))

const keepOnRefusal =
  (draft: Draft, values: FormValues | undefined) =>
  (error: unknown): never => {
    throw error instanceof Refusal ? new DraftRefused(draft, values, error) : error
  }
