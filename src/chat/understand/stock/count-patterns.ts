import { any, filler } from '../lexicon.ts'
import { sizeBehind, unitPattern } from '../unit-words.ts'

/** What stands around the figures of a count, as patterns that are tried at a place (`y`). */

const numeral = '[\\d一二两三四五六七八九十百半]'
/** 和 joins products and what is counted of them; elsewhere it is a word of a tale. */
export const separators =
  /(?:[\s,，、;；:：=/|。.!！?？()（）·—_+&]|--+|-(?![\d.半一二两三四五六七八九十])|\band\b|(?:以及|再有|和|跟|与|及)(?=\s*G)|(?<=G)(?:和|跟|与|及)(?=\s*[\d一二两三四五六七八九十半])|[【「[](?=\s*G)|(?<=G)[】」\]]|\p{Extended_Pictographic}\uFE0F?)+/uy
/** The figure behind them may come first: 应该还剩20箱. */
export const roughWords = new RegExp(
  `(?:大概是?|大约是?|大致|差不多|估计|好像|似乎|应该|可能|约|接近|将近|快要?|(?:about|around|approximately|roughly|nearly|some|maybe|perhaps|probably)(?![a-z]))\\s*(?=(?:还剩下?|还有|剩下?|存|有|是|也就)*${numeral}|[a-z])`,
  'y',
)
export const roughly = /(?:左右|上下)/y
export const inAll =
  /(?:一共|总共|共计|合计|总计|拢共|(?:全部|一起|都)?加(?:在一)?起来?|共|in total|total(?: of)?)(?![a-z])/y
export const ofWhat = /(?:of(?![a-z])|的) */y
const counting = '(?:清点|盘点|盘|点|数|查)'
/** What is done with the report, before 补 is taken for goods and 一 for a number. */
export const chatter = new RegExp(
  any(
    '(?:补|报|填|录|登|更新|上报|汇报|发|盘|点|清点)(?:一下子?|下子?(?!来)|上去|上来|过来|过去|进去|给你们?|一遍)',
    '[一这本]周(?=[走卖销出])|[一这]个?月(?=[走卖销出])',
    '补[报交填录传]',
    `(?:的?货)?${counting}(?:完毕?|好|过|齐)了?(?=[\\s,，。:：;；\\d]|G|$)`,
    `${counting}了?(?:一)?[下遍圈](?!来)|${counting}(?:的货|货)|的?货${counting}了`,
    '(?:结果|情况|明细|数据|数)?如下',
    '一下子?',
    '(?:st(?:oc)?k ?take|st(?:oc)?k count|counting)(?: is)?(?: done)?(?![a-z])',
    // 8个品：可乐20/…
    '(?:一共|总共|共)?[\\d一二两三四五六七八九十]+ ?(?:个|种|款)?(?:单品|品项|品类|品种|品|产品|skus?)(?=[\\s,，:：;；]|$)',
  ),
  'y',
)
const others = '(?:其[他它余]|别)的?(?:产品|货|品项|品种)?(?:都|也|全)?'
const thatWasAll = any(
  '(?<=[\\s,，。;；])以上|完毕|(?:报|盘|点|数|清点)?完了',
  '就这(?:些|么多|[\\d一二两三四五六七八九十]+[个种样])',
  '没有?别的了?',
  '请(?:您|你)?(?:接收|查收|审核|核对|过目)',
  `${others}(?:还|暂时)*没有?(?:盘|数|点|清点|来得及[盘数点])`,
  // Where it was told what came in, nothing else did.
  `(?<=(?:进|到货|收货|补).*)${others}(?:没有?|未)再?(?:进|到|来|收|补)[货过]?了?`,
)
/** At the end, and of no product; but 20箱以上 is a figure. */
export const closingWords = new RegExp(`(?:${thatWasAll}[\\s,，。.!！]*)+$`, 'y')
const places =
  '(?:(?:仓|店|库|柜)里[面头]?|仓库里?面?|库房里?|后仓|店内|门店里?|(?:货|冰|展示)?[架柜](?:子)?[上里]面?|货架|冰柜|门头仓|现场)'
/** 库里45箱 is what is there. */
export const placeOfStock = new RegExp(
  `${places}(?:现在|目前|还|总共|一共|共|是|[:：])*\\s*(?=[\\d一二两三四五六七八九十百半])`,
  'y',
)
/** What is left of the list: which products, nobody knows. */
export const theRest =
  /其[他它余]的?|别的|剩下的|余下的|剩余的|(?:the (?:rest|others?)|everything else)(?![a-z])/y
export const noneOf = /(?:no more|no|zero|(?:ran |run )?out of)(?= +G)/y
export const minus = /(?:-|负|减|minus )(?=[\d.半一二两三四五六七八九十])/y
const unitWord = `(?:${unitPattern()})`
const unitEnds = '(?=[)）\\s,，;:：|。.!！]|$)'
export const unitAlone = new RegExp(`(?<=[(（\\s,;|])(?:in )?(${unitWord})${unitEnds}`, 'y')
/** 单位：瓶, 以上都是箱, all in cases: of every number that has none. */
export const unitOfAll = new RegExp(
  `(?:计?单位(?:是|为|都是|都|统一(?:是|为)?)?[\\s:：(]*|(?:以上|上面)?(?:全部?|都|均|统一)(?:是|为|按|以|用|算)*整?|(?:all|everything)(?: of them)?(?: (?:are|is))?(?: in)? )(${unitWord})(?:计算?|算|为单位)?${unitEnds}`,
  'y',
)
export const size = new RegExp(
  `[\\d.]+ ?(?:ml|cl|l|g|kg|oz|毫升|升|克|公斤)(?![a-z])|(?:\\d+ ?[*×x] ?\\d+|[*×x] ?\\d+)(?![\\d.])|\\d+ ?${unitWord.replaceAll(`(?!${sizeBehind}`, '(?!每')}(?:装|[/每]${unitWord})|\\d+入装?`,
  'y',
)
export const each =
  /(?:各(?:有|是|剩|存|自)*|每[样种个](?:都|各)?(?:有|是|剩|存)*|(?:全部?|都)(?:是|有|剩下?|存)*(?=[\d一二两三四五六七八九十半])|each(?![a-z]))/y
export const inTurn = /(?:分别|依次|respectively)(?:是|为|有|剩|存)*/y
const shopThere = '(?:他们?家|[这那](?:边|里|儿))的?'
const whenCame = '上个?(?:周|礼拜|星期)(?=(?:又|刚|新|再|总共|一共|共)*(?:进|到|收|来|补))'
/** 还剩个12箱 */
const aNumberOf = `(?<=[剩有存是])个(?=${numeral})`
export const fillers = new RegExp(
  `${any(
    '[这本]个?(?:周|礼拜|星期)|[本当]期|这个?月|本月|卖到(?:现在|目前|今天)',
    filler,
    '[的了是为就都呢嘛啊呃额把又也]|(?<!不)在|刚好?|另外|(?<=[箱件])整',
    '目前|现在|最新|今[天日早晚]|昨天|前天|昨|早上|上午|下午|后来|之后|中间|期间',
    '[给帮替](?=\\s*K)',
    "(?<=G)'s(?![a-z])",
    whenCame,
    aNumberOf,
    '上报|填报|汇报|提交|报(?=[DW])',
    `客户|门店|(?:客户|门店|店)(?:名称?)?(?=[:：])|${places}|${shopThere}`,
    '单品|数量|产品|品项|品名|货品|商品|序号|单位|规格|编号',
    '\\b(?:this week|is|are|was|were|at|now|today)\\b',
    '\\b(?:another|a further)(?= \\d)|(?<=\\d (?:(?:cases?|bottles?|cans?) )?)more(?= (?:on|in|coming)\\b)',
  )}+`,
  'uy',
)
