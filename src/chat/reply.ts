import { type Card, text } from '../../cards/card.ts'
import { draftWords } from '../../cards/draft-card.ts'
import type { Ctx } from '../crm/context.ts'
import { lettersOf } from '../lib/normalise-text.ts'
import type { Core } from './core.ts'
import { draftShown, freshMinutes, openedAt } from './draft-shown.ts'
import { type Draft, draftsWaiting, openDraftOf } from './drafts.ts'
import { showDraft } from './proceed.ts'
import { listWaiting, nextOf, recordsWaiting } from './records.ts'
import { takeRecord } from './take-record.ts'

export type Verb = 'save' | 'edit' | 'drop' | 'choose' | 'show'

/** What is to become of a draft; without a code, of the one last shown. */
export interface DraftSentence {
  verb: Verb
  code: string | undefined
  choice: number | undefined
}

const please = '(?:[吧啊呀了的 ]|谢谢|多谢|thanks|thank you|please|pls)*'
const yesWords =
  '好的?|对的?|是的?|没错|可以|行|嗯+|没问题|就这样|存吧?|保存吧?|确认|ok|okay|yes|yep|right|correct|sure|save|save it|looks good'
const yes = new RegExp(`^(?:(?:${yesWords})${please})+$`)
const no =
  /^(?:算了吧?|不用了?|不要了|不记了|别记了|没事了|不存了|取消吧?|cancel|never ?mind|forget it|no|cancel it)(?:谢谢|thanks)?$/
const thanks = /^(?:谢谢|多谢|感谢|辛苦|thanks|thank you|thx|👍|👌|🙏|收到|知道|了|你|您|啦|哈|啊)+$/u

/** `好`, `算了`, `谢谢`, `第二个`: an answer to what was just shown. Null where the words say more than that. */
export async function replyTo(ctx: Ctx, core: Core, sentence: string): Promise<DraftSentence | Card | null> {
  const said = plain(sentence)
  if (yes.test(said)) return assent(ctx, core)
  if (no.test(said)) return dissent(ctx, core)
  if (thanks.test(said)) return remind(ctx, core, draftWords(ctx.language).welcome)
  const shown = (await draftShown(ctx)) ?? (bareNumber.test(said) ? await openDraftOf(ctx) : null)
  const changed = shown?.records && ofRecord.exec(said)?.groups
  if (changed) return beginWith(ctx, core, shown, counts(changed.which!))
  return chooses(shown, said) ?? (counts(said) ? chooses(await recordsWaiting(ctx), said) : null)
}

/** 第二条改成谈返利: it is shown first, and can be changed then. */
const ofRecord =
  /^(?<which>第?[一二三四五六七八九\d][条个家项])[,，:：]?(?:改|不是|是|不对|换|应该|删|去掉|加).+$/u

async function beginWith(ctx: Ctx, core: Core, list: Draft, number: number): Promise<Card> {
  const card = await takeRecord(ctx, core, list, number)
  return { ...card, blocks: [text(draftWords(ctx.language).beginWith), ...card.blocks] }
}

function chooses(shown: Draft | null, said: string): DraftSentence | null {
  const choice = shown && choiceSaid(shown, said)
  return choice ? { verb: 'choose', code: shown.code, choice } : null
}

const plain = (sentence: string): string =>
  sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，。.!！~、;；]+/g, (blank) => (/[a-z]/.test(sentence) && blank === ' ' ? ' ' : ''))
    .trim()

async function assent(ctx: Ctx, core: Core): Promise<DraftSentence | Card> {
  const shown = await draftShown(ctx)
  if (shown && isComplete(shown) && isFresh(ctx, shown))
    return { verb: 'save', code: shown.code, choice: undefined }
  if (shown?.records) return { verb: 'choose', code: shown.code, choice: (await nextOf(ctx, shown)) ?? 1 }
  if (shown && !isComplete(shown)) return showDraft(ctx, core, shown)
  return remind(ctx, core, draftWords(ctx.language).idle)
}

async function dissent(ctx: Ctx, core: Core): Promise<DraftSentence | Card> {
  const shown = (await draftShown(ctx)) ?? (await openDraftOf(ctx))
  if (shown && isFresh(ctx, shown)) return { verb: 'drop', code: shown.code, choice: undefined }
  return remind(ctx, core, draftWords(ctx.language).idle)
}

/** What waits is shown again: another card stood between. Where nothing waits, a word. */
async function remind(ctx: Ctx, core: Core, otherwise: { title: string; text: string }): Promise<Card> {
  const shown = await draftShown(ctx)
  const waiting = shown ? [] : await draftsWaiting(ctx, ctx.now.subtract({ minutes: freshMinutes }))
  if (waiting.length > 1 && !(await recordsWaiting(ctx))) return listWaiting(ctx, core, waiting)
  const draft = shown ?? (await openDraftOf(ctx))
  if (!draft) return { title: otherwise.title, blocks: [text(otherwise.text)] }
  const card = await showDraft(ctx, core, draft)
  const asks = !isComplete(draft) || card.blocks.some(({ type }) => type === 'form')
  return asks ? card : { ...card, blocks: [text(draftWords(ctx.language).waiting), ...card.blocks] }
}

const isFresh = (ctx: Ctx, draft: Draft): boolean =>
  ctx.now.epochMilliseconds - openedAt(ctx, draft) <= freshMinutes * 60_000

const isComplete = ({ asks, choices }: Draft): boolean => asks.length + choices.length === 0

const ordinal =
  /^(?:选|要|就|先|记|看|来|the)* ?第?(?<n>[一二三四五六七八九]|[1-9])(?:st|nd|rd|th)?(?:个|家|条|项|位|号|份|one)?(?:吧|的)?$/
/** A number is nothing but the answer to a list, also where a look-up stood between. */
const bareNumber = /^\d$/
const first = /^(?:take |do )?(?:the )?(?<word>first|second|third)(?: one)?$/
const around = /^(?:选|要|就|是|the )+|(?:那家|那个|那位|这家|这个|吧|的|就行|的那家|的那个| one)+$/g
const SHORTEST = 2

/** 第二个, 2, the second one; 0 where no number was said. */
function counts(said: string): number {
  const digit = ordinal.exec(said)?.groups?.n ?? ''
  const counted = digit && ('一二三四五六七八九'.indexOf(digit) + 1 || Number(digit))
  return counted || ['first', 'second', 'third'].indexOf(first.exec(said)?.groups?.word ?? '') + 1
}

/** 第二个, 淮海路那家: the number of the option of a list that was named, or null. */
function choiceSaid({ choices: [choice] }: Draft, said: string): number | null {
  if (!choice) return null
  const number = counts(said)
  if (number) return number
  const words = lettersOf(said.replace(around, ''))
  if (words.length < SHORTEST) return null
  const named = choice.options.flatMap(({ label }, i) => (lettersOf(label).includes(words) ? [i + 1] : []))
  return named.length === 1 ? named[0]! : null
}
