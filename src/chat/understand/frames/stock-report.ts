import { readCustomer } from '../customer-field.ts'
import type { Outline } from '../outline.ts'
import { ask, isSavedUnseen, type Reading } from '../reading.ts'
import { type Sentence, sentenceOf, type Thing } from '../spot.ts'
import { asksOfStock } from '../stock/asks-of-stock.ts'
import { countsOnly, isOrdered, toldBeside } from '../stock/is-count.ts'
import { readLines } from '../stock/read-lines.ts'
import { noDay, readWeek } from '../stock/week-of-count.ts'
import { productsOf, withProductsLike } from '../stock/with-products-like.ts'
import { say, talk } from '../visits/talk-cues.ts'
import { anyVisit } from '../visits/visit-verbs.ts'
import type { Frame } from './frame.ts'

const figure =
  '(?:期初|上期|上周存|原有|原来|[进来收]了?货?|到货?|在途|路上|存货?|库存|现存|剩下?|还剩|还有|实?盘点?|实存|实点|期末|结存|卖了|走了|卖出|销了|退货?|[原初现末](?=\\s*\\d)|opening|opened at|open(?= ?\\d)|close(?= ?\\d)|rcvd|recd|started (?:with|at)|took (?:delivery of|in)|down to|received|got|in transit|closing|stock|left|count(?:ed)?|sold)'
const number =
  '(?:\\d|[一二两三四五六七八九十百半几零]|(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)(?![a-z]))'
const gone =
  '(?:都|也|已经?|全|一[箱瓶件])*(?:没了(?![解断结])|没有(?=[\\s,，;；、]|$)|没有了|没剩|没货|卖完|卖光|断货|缺货|售罄|空了)|,? ?(?:is |are |all )?(?:sold out|out of stock|gone)'
const figures = new RegExp(`${figure}|${gone}`, 'u')
const beside =
  '(?:大概|大约|约|差不多|数量|[店库]里头?|仓库|[这那]边|呢|嘛|货架|现在|昨天|今天|箱|件|瓶|[一本这上]周|[一这]个月|有|是|也|各|都|分别|负|[了又在啊呀])'
const lines = new RegExp(
  `G[^\\p{Script=Han}a-z]{0,3}(?:(?:${figure}|${beside}) ?)*[^\\p{Script=Han}a-z]{0,3}${number}|G(?:${gone})|\\bno G(?: left)?|(?:opening|received|rcvd|closing)[ :]*\\d+ G(?=$|[\\s,.;])|${number}+ ?(?:箱|件|瓶|提|听|罐|cases?|bottles?|cans?|dozen)(?:的|of| )*G`,
  'gu',
)

/** 可了20箱, lager opening 10: something is counted, but what? */
const unknownProduct =
  /[\p{Script=Han}a-z] ?(?:存|进|剩|还有|负|-)?\d+ ?(?:箱|件|瓶|提|听|罐|cases?|bottles?)|[\p{Script=Han}a-z] ?(?:期初|opening|received|closing)[ :：]*\d/u

export const stockReportFrame: Frame = {
  command: 'stock.report',
  own: /(?:周报|报表|上周的?|本周的?|数据|情况|库存|的|report)/g,
  foreign: /合同|协议|contract|agreement/,
  shape,
  fill,
}

/** Figures that were spoken of are no count. */
const spoken = new RegExp(`${talk}|${say}`, 'u')

/** Enough to be asked about, where nothing else is likelier. */
const justLikely = 5.2

/** 可乐存20箱: counted, whatever else is told. */
const isCounted = /G[^,，。P]{0,2}(?:存|库存|还?剩|还有|期[初末]|现有|盘点?)/

/** 这批可乐少了2箱, wants 120 cases: a dispute or a wish. */
const disputed =
  /这批[^,，。]{0,2}G|\b(?:wants?|would like|asked for|is asking for|short (?:by|of)|last order)\b/

/** Hualian wants 12 cases of cola: and nothing is counted. */
const isWished = (text: string): boolean =>
  /[KP] (?:wants?|would like|(?:is )?ask(?:s|ed|ing) for)\b/.test(text) && !figures.test(text)

/** 跟小陈对了账 差3箱可乐, 老板订了50箱啤酒: more is told than one thing counted. */
function isTale(outline: Outline<Thing>, products: number): boolean {
  const { text } = outline
  if (isCounted.test(text)) return false
  if (isOrdered(text.slice(0, text.indexOf('G')))) return true
  return text.includes('P') && products === 1 && toldBeside(outline) > 3
}

function shape({ outline }: Sentence): number {
  const { text } = outline
  if (unchanged.test(text) && !asksOfStock(text)) return 9
  if (isTold(text) && !asksOfStock(text)) return 9.5
  if (/K/.test(text) && unknownProduct.test(text) && text.search(lines) < 0 && !asksOfStock(text))
    return disputed.test(text) ? 0 : justLikely
  if (text.search(lines) < 0 || asksOfStock(text) || /合同|协议|contract|agreement/.test(text)) return 0
  const products = text.match(/G/g)!.length
  const speaks = spoken.test(text.slice(0, text.indexOf('G'))) ? 3 : 0
  const likely = (figures.test(text) ? 6 : 4.5) + Math.min(2, products * 0.7) + (/[KI]/.test(text) ? 1.5 : 0)
  if (isWished(text)) return 0
  if (isTale(outline, products)) return disputed.test(text) ? 0 : Math.min(likely - speaks, justLikely)
  // 永盛的可乐到了30箱: nobody went there.
  return countsOnly(outline) || arrives(text) ? Math.max(likely, 10.5) : likely - speaks
}

const arrived =
  /(?<=G(?:D|昨天|今天|刚|才|已经|[一这本]周|[一这]个月)*)(?:送?到|送?来|走)了?(?=\s*[\d一二两三四五六七八九十百半])/gu
const visit = new RegExp(anyVisit, 'u')

/** 永盛 可乐到了20箱还差10箱: it was the goods that came. */
const arrives = (text: string): boolean =>
  /^[^P]*K[^P]*$/.test(text) &&
  text.search(arrived) >= 0 &&
  !visit.test(text.replace(arrived, ' ')) &&
  !spoken.test(text)

/** 华联库存跟上周一样: said, though no figure is. */
const unchanged =
  /[KI][^,，。]{0,4}(?:库存|存货|周报|进销存|stock)[^,，。KP]{0,3}(?:[跟和与同比](?:D|上[周次期])[^,，。]{0,3}(?:一样|相同|一致|差不多|没变|持平)|(?:还是)?(?:没有?(?:什么|啥)?(?:变化?|动)|不变|照旧|老样子|一样|(?:is )?(?:the same|unchanged|same as (?:D|before|last)|no change)))/

/** 可乐库存从120降到85: what it was and what it is. */
const changed = /G[^,，。KPG]{0,6}从 ?\d+[^,，。G\d]{0,4}(?:降|减|跌|掉|涨|升|增|加|变|卖)[到至成] ?\d/
/** 刘会计自己盘了一下，说可乐还有20箱: somebody there counted. */
const countedThere =
  /^[^聊谈]*K的?P(?:自己|刚才?|D|今天|已经)*(?:盘|点|数|清点|盘点)(?:了|过|完)[^,，。]{0,4}[,，\s]*(?:说|报|告诉我)?[^,，。]{0,4}G/

/** What may be a report, or just talk. */
const isTold = (text: string): boolean => /K/.test(text) && (changed.test(text) || countedThere.test(text))

const commandWords =
  /(?:麻烦|请)?(?:帮我|帮忙)?(?:上报|报|填|录入?|更新)(?:一?下|个)?(?:周报|库存|进销存|存货)|库存(?:上报|更新)|更新(?=K)|进销存|[周月]报|上?报一下|report stock|(?:(?:weekly|monthly|stock) |(?<=D)'s )+report(?: for| of)?|\breport(?=:)|库存数据|报表/gu

async function fill(reading: Reading): Promise<void> {
  const { sentence } = reading
  const isNoDay = noDay(sentence)
  const things = sentence.things.filter((thing) => !isNoDay(thing))
  const told = sentence.outline.text
  const same = unchanged.test(told)
  reading.sentence = sentenceOf({ ...sentence, said: sentence.outline.said, things })
  await readCustomer(reading, { words: besideCustomer })
  readWeek(reading)
  if (same) {
    ask(reading, 'lines', figuresNeeded)
    return
  }
  if (isTold(told)) {
    ask(reading, 'lines', isItAReport)
    return
  }
  const said = ofOneCustomer(reading.sentence.outline)
  const text = said.text.replace(commandWords, (words) => ' '.repeat(words.length))
  const { outline, nearly, guessed } = await withProductsLike(reading.ctx, { ...said, text })
  const products = await productsOf(reading.ctx, outline)
  const { lines, doubts, assumed } = readLines(
    { ...outline, text: outline.text.replace(commandWords, (words) => ' '.repeat(words.length)) },
    (code) => products.get(code)!,
    nearly,
  )
  if (lines.length > 0) reading.input.lines = lines
  if (doubts.length > 0)
    ask(reading, 'lines', {
      zh: [...new Set(doubts.map(({ zh }) => zh))].join('\n'),
      en: [...new Set(doubts.map(({ en }) => en))].join('\n'),
    })
  if (assumed) reading.why.push('no unit was said: cases')
  if (guessed && isSavedUnseen(reading)) ask(reading, 'lines', areTheseMeant)
  if (assumed && isSavedUnseen(reading))
    ask(reading, 'lines', { zh: '没有写单位，是箱吗？', en: 'No unit was given. Is it cases?' })
}

const besideCustomer =
  /(?:报|上报|周报|库存|进销存|盘点?|期初|进货?|存|到货|剩|还有|没了|卖完|在途|箱|瓶|件|提|听|的|了)+|[\d.]+/u

const isItAReport = {
  zh: '要报库存的话，请写成“可乐 期初20 进30 存12”。',
  en: 'If this is to be a stock report, please write “cola opening 20 received 30 stock 12”.',
}

const areTheseMeant = {
  zh: '产品的名称没有写全，是这些产品吗？',
  en: 'Not every product was named in full. Are these the ones?',
}

const figuresNeeded = {
  zh: '没有变化也要写数，请写各产品的库存。',
  en: 'Figures are needed even where nothing changed. Please give the stock of each product.',
}

/** What follows the name of a second customer is not of the first. */
function ofOneCustomer(outline: Outline<Thing>): Outline<Thing> {
  const named = [...outline.things].flatMap(([at, thing]) => (thing.mark === 'K' ? [{ at, thing }] : []))
  const [first] = named
  const another = named.find(({ thing }) => thing.matches[0]!.code !== first!.thing.matches[0]!.code)
  if (!another || outline.text.slice(0, first!.at).includes('G')) return outline
  return {
    ...outline,
    text: outline.text.slice(0, another.at).padEnd(outline.text.length),
    things: new Map([...outline.things].filter(([at]) => at < another.at)),
  }
}
