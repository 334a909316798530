import type { Outline, Span } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'

/** Patterns over an outline: who was away, has left, or was not met is not whom a visit was made to. */
const adverb = '(?:[(（,，]|本人|人|今天|都|也|刚好|正好|正|又|还|已经?|上个?月|上周|D|\\s)*'
const away =
  '(?:不在(?!意|乎)|没在|没见|没来|没找|没到|没空|在忙|在(?:睡觉|开会|休息|外地|外面|路上|打电话|打牌|吃饭)(?![^\\s,，。]*(?:聊|谈|说))|未见|未遇|未在|(?:委托|安排|派|让|叫)(?:了)?(?:其|他|她)[^,，。]{0,6}(?:接待|招呼|对接|出面)|(?:很忙|忙着|忙得)(?![^。]*(?:抽空|还是|匆匆|简单)[^,，。]{0,4}(?:聊|谈|说))|忙(?=[\\s,，没])|出差|外出|休息|休假|请假|不方便|去(?:[^\\s,，。]{0,4}开会|总部|进货|外地|旅游)|开会去|走了|离职|辞职|不干|调走|调到|退休|[^\\s,，。KP]{0,4}(?:打不通|没人接|关机了|停机)|(?:血压|心脏|腰|腿|身体|生病|突然)[^\\s,，。KP]{0,4}住院|被换|换(?:掉|人|岗|成|了人?(?![\\p{Script=Han}]))|住院)'
const english =
  "\\s*(?:is |was |were |wasn't |had |has )?(?:just )?(?:not (?:in|there|around|available)|away|out(?! of stock)|absent|on leave|off|left|resigned|retired|wasn't (?:in|there|around))\\b"
const behind = new RegExp(`^(?:${adverb}${away}|${english})`, 'u')
const before =
  /换了?(?:个|新的?)?$|(?:没|未)(?:能)?(?:跟|和|与|同|找|约)(?:到|上|着)?$|(?:本来|原本|原来|原先)(?:要|想|是|打算)?(?:约|见|找|拜访)(?:了|好|的)*$|(?:没|未)(?:能)?(?:见|碰|找|遇|等|约|联系)(?:着|到|上)?(?:了)?(?:[KI]的?)?$|\b(?:didn't|did not|couldn't|could not) (?:see|meet|find|reach|catch)(?: the)? ?$/u
/** 找P，等了半小时没等到: said of the one before it. */
const afterwards = new RegExp(
  `^[\\s,，。]*(?:结果|实际上?|最后|后来|其实)(?:是|跟|和|由|换了?)?P|^[\\s,，。]*(?:他|她|人)(?:${adverb}|正好?|在|还在|刚|又|临时|也)*(?:开会|出去|外出|出门|送货|进货去|陪|有事|忙|走不开|休息|请假|下班|没上班|没来|生病|不方便)|^[\\s,，。]*(?:可惜|但是?|不过|结果|等了[^\\s,，。PK]{1,5}|打了?[^\\s,，。PK]{0,4}电话)*[\\s,，。]*(?:他|她)?(?:人)?(?:${adverb})(?:(?:也|都|就|还|根本)?没(?:聊|谈|说)(?:上|成|着)(?:话|(?=[\\s,，。]|$))|(?:也|都|就|还|根本)?没(?:见|碰|找|遇|等|接)(?:着|到|上)?(?=[\\s,，。了人]|$)|不在(?!意|乎)|出差|没空见)`,
  'u',
)

export function isAbsent({ text }: Outline<Thing>, at: number): boolean {
  const rest = text.slice(at + 1)
  return behind.test(rest) || before.test(text.slice(0, at)) || afterwards.test(rest)
}

/** The people of a part of the outline who were there. */
export const presentIn = (outline: Outline<Thing>, { start, end }: Span): ThingOf<'P'>[] =>
  [...outline.things].flatMap(([at, thing]) =>
    at >= start && at < end && thing.mark === 'P' && !isAbsent(outline, at) ? [thing] : [],
  )

/** 见了收银小吴, 碰到小吴: met without any talk being told. */
const met = /(?<!没有?|未)(?:见到?了|见到|碰到了?|遇到了?|找到了)[^\s,，。KPD]{0,4}P+(?![人也都]?[不没])/u

/** Whoever was met instead of somebody who was away. */
export function metInstead(outline: Outline<Thing>): ThingOf<'P'>[] {
  const at = met.exec(outline.text)
  if (!at || ![...outline.things].some(([i, { mark }]) => mark === 'P' && isAbsent(outline, i))) return []
  return presentIn(outline, { start: at.index, end: at.index + at[0].length }).slice(-1)
}
