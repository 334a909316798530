import { productsByCode } from '../../../crm/products/product-by-code.ts'
import { readCustomer } from '../customer-field.ts'
import { isQuestion } from '../mood.ts'
import { periodSaid } from '../periods-said.ts'
import { ask, type Reading } from '../reading.ts'
import { all, type Sentence, sentenceOf } from '../spot.ts'
import { readLines } from '../stock/read-lines.ts'
import { say, talk } from '../visits/talk-cues.ts'
import type { Frame } from './frame.ts'

const figure =
  '(?:期初|上期|上周存|原有|原来|进了?货?|到货?|收货?|在途|路上|存货?|库存|剩下?|还剩|还有|盘点?|期末|结存|卖了|卖出|销了|退货?|opening|started with|received|got|in transit|closing|stock|left|count(?:ed)?|sold)'
const number = '(?:\\d|[一二两三四五六七八九十百半几])'
const gone =
  '(?:都|也|已经?|全)*(?:没了|没有了|没货|卖完|卖光|断货|缺货|售罄|空了)|,? ?(?:is |are |all )?(?:sold out|out of stock|gone)'
const figures = new RegExp(`${figure}|${gone}`, 'u')
const lines = new RegExp(
  `G[^\\p{Script=Han}a-z]{0,3}(?:${figure}|大概|大约|约|差不多|有|是|也)*[^\\p{Script=Han}a-z]{0,3}${number}|G(?:${gone})|${number}+ ?(?:箱|件|瓶|提|听|罐|cases?|bottles?|cans?)(?:的|of| )*G`,
  'gu',
)

/** 可了20箱: something is counted, but what? */
const unknownProduct =
  /[\p{Script=Han}a-z] ?(?:存|进|剩|还有|负|-)?\d+ ?(?:箱|件|瓶|提|听|罐|cases?|bottles?)/u

export const stockReportFrame: Frame = {
  command: 'stock.report',
  own: /(?:周报|报表|上周的?|本周的?|数据|情况|库存|的|report)/g,
  foreign: /合同|协议|contract|agreement/,
  shape,
  fill,
}

/** Figures that were spoken of are no count. */
const spoken = new RegExp(`${talk}|${say}`, 'u')

function shape({ outline: { text } }: Sentence): number {
  if (/K/.test(text) && unknownProduct.test(text) && text.search(lines) < 0 && !isQuestion(text)) return 5.2
  if (text.search(lines) < 0 || isQuestion(text) || /合同|协议|contract|agreement/.test(text)) return 0
  const products = text.match(/G/g)!.length
  const speaks = spoken.test(text.slice(0, text.indexOf('G'))) ? 3 : 0
  return (figures.test(text) ? 6 : 4.5) + Math.min(2, products * 0.7) + (/[KI]/.test(text) ? 1.5 : 0) - speaks
}

const commandWords =
  /(?:麻烦|请)?(?:帮我|帮忙)?(?:上报|报|填|录入?|更新)(?:一下)?(?:周报|库存|进销存|存货)|库存上报|进销存|周报|上?报一下|report stock|stock report|库存数据|报表/gu

async function fill(reading: Reading): Promise<void> {
  const firstProduct = Math.min(...all(reading.sentence, 'G').map(({ start }) => start))
  const numbersOnly = ({ mark, start, end }: { mark: string; start: number; end: number }) =>
    mark === 'D' &&
    (start > firstProduct || /^[\d./: -]+$/.test(reading.sentence.outline.said.text.slice(start, end)))
  const things = reading.sentence.things.filter((thing) => !numbersOnly(thing))
  reading.sentence = sentenceOf({ ...reading.sentence, said: reading.sentence.outline.said, things })
  await readCustomer(reading, {
    words:
      /(?:报|上报|周报|库存|进销存|盘点?|期初|进货?|存|到货|剩|还有|没了|卖完|在途|箱|瓶|件|提|听|的|了)+|[\d.]+/u,
  })
  const period = periodSaid(reading.ctx, reading.sentence)
  if (period) reading.input.period = period.id
  const codes = all(reading.sentence, 'G').map(({ products }) => products[0]!.code)
  const products = await productsByCode(reading.ctx.db, [...new Set(codes)])
  const { outline } = reading.sentence
  const text = outline.text.replace(commandWords, (words) => ' '.repeat(words.length))
  const { lines, doubts, assumed } = readLines({ ...outline, text }, (code) => products.get(code)!)
  if (lines.length > 0) reading.input.lines = lines
  if (doubts.length > 0)
    ask(reading, 'lines', {
      zh: [...new Set(doubts.map(({ zh }) => zh))].join('\n'),
      en: [...new Set(doubts.map(({ en }) => en))].join('\n'),
    })
  if (assumed) reading.why.push('no unit was said: cases')
}
