import { filler } from '../lexicon.ts'
import { unitPattern } from '../unit-words.ts'

/** What stands around the figures of a count, as patterns that are tried at a place (`y`). */

export const separators =
  /(?:[\s,，、;；:：=/|。.!！?？()（）·—_+&]|--+|-(?![\d.半一二两三四五六七八九十])|\band\b)+/y
export const roughWords =
  /(?:大概是?|大约是?|差不多|约|接近|将近|快要?|(?:about|around|approximately|roughly|nearly|some)(?![a-z]))\s*(?=[\d一二两三四五六七八九十百半a-z])/y
export const roughly = /(?:左右|上下)/y
export const inAll = /(?:共|总共|一共|in total|total(?: of)?)(?![a-z])/y
export const ofWhat = /(?:of(?![a-z])|的) */y
/** What is done with the report, before 补 is taken for goods and 一 for a number. */
export const chatter =
  /(?:补|报|填|录|登|更新|上报|汇报|发|盘|点|清点)(?:一下子?|下子?(?!来)|上去|上来|过来|过去|进去|给你们?|一遍)|[一这本]周(?=[走卖销出])|[一这]个?月(?=[走卖销出])|补[报交填录传]|[点盘数](?:的货|货|过了?|好了?)|一下子?/y
const places =
  '(?:(?:仓|店|库|柜)里面?|仓库里?面?|库房里?|后仓|店内|门店里?|(?:货|冰|展示)?[架柜](?:子)?[上里]面?|货架|冰柜|门头仓|现场)'
/** 库里45箱 is what is there. */
export const placeOfStock = new RegExp(
  `${places}(?:现在|目前|还|总共|一共|共|是|[:：])*\\s*(?=[\\d一二两三四五六七八九十百半])`,
  'y',
)
/** What is left of the list: which products, nobody knows. */
export const theRest =
  /其[他它余]的?|别的|剩下的|余下的|剩余的|(?:the (?:rest|others?)|everything else)(?![a-z])/y
export const noneOf = /(?:no|zero)(?= +G)/y
export const minus = /(?:-|负|减|minus )(?=[\d.半一二两三四五六七八九十])/y
const unitWord = `(?:${unitPattern()})`
export const unitAlone = new RegExp(
  `(?:计?单位(?:是|为|都是|统一)?[\\s:：(]*|(?<=[(（])|(?<=[\\s,;|]))(${unitWord})(?=[)）\\s,;|。]|$)`,
  'y',
)
export const size = new RegExp(
  `[\\d.]+ ?(?:ml|cl|l|g|kg|oz|毫升|升|克|公斤)(?![a-z])|(?:\\d+ ?[*×x] ?\\d+|[*×x] ?\\d+)(?![\\d.])|\\d+ ?${unitWord.replaceAll('(?!装|\\/|每', '(?!每')}(?:装|[/每]${unitWord})|\\d+入装?`,
  'y',
)
export const each =
  /(?:各(?:有|是|剩|存|自)*|每[样种个](?:都|各)?(?:有|是|剩|存)*|(?:全部?|都)(?:是|有|剩下?|存)*(?=[\d一二两三四五六七八九十半])|each(?![a-z]))/y
export const inTurn = /(?:分别|依次|respectively)(?:是|为|有|剩|存)*/y
export const fillers = new RegExp(
  `(?:${filler}|[的了是为就都]|上报|填报|汇报|提交|目前|现在|今天|也|客户|门店|${places}|单品|报(?=[DW])|这周|本周|[本当]期|这个?月|本月|昨天|前天|昨|早上|上午|下午|刚好?|另外|啊|呃|额|把|(?<!不)在|又|数量|产品|品项|品名|货品|商品|序号|单位|规格|编号|(?:客户|门店|店)(?:名称?)?(?=[:：])|\\b(?:this week|is|are|was|were|at|now|today)\\b)+`,
  'uy',
)
