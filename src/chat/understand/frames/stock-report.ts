import { productsByCode } from '../../../crm/products/product-by-code.ts'
import { readCustomer } from '../customer-field.ts'
import { periodSaid } from '../periods-said.ts'
import { ask, type Reading } from '../reading.ts'
import { all, type Sentence, sentenceOf } from '../spot.ts'
import { readLines } from '../stock/read-lines.ts'
import type { Frame } from './frame.ts'

const figure =
  '(?:期初|上期|原有|进货?|到货?|收货?|在途|路上|存货?|库存|剩|还剩|还有|盘点?|期末|结存|没了|没有了|卖完|断货|缺货|opening|received|in transit|closing|stock|left|count(?:ed)?|sold out|out of stock)'
const figures = new RegExp(figure, 'u')
const lineLike = new RegExp(
  `G[^\\p{Script=Han}]{0,3}(?:${figure})?[^\\p{Script=Han}]{0,3}(?:\\d|[一二两三四五六七八九十半])|G(?:都|也|已经)*(?:没了|没有了|卖完|断货|缺货|sold out|out of stock)|G ?(?:is |are )?(?:sold out|out of stock|${figure})|\\d+ ?(?:箱|件|瓶|提|听|cases?|bottles?)?的?G`,
  'u',
)

export const stockReportFrame: Frame = {
  command: 'stock.report',
  own: /(?:周报|报表|上周的?|本周的?|数据|情况|库存|的|report)/g,
  shape,
  fill,
}

function shape({ outline: { text } }: Sentence): number {
  if (!lineLike.test(text)) return 0
  const lines = text.match(/G/g)!.length
  return (figures.test(text) ? 6 : 4.5) + Math.min(2, lines * 0.7) + (/K/.test(text) ? 1.5 : 0)
}

const commandWords =
  /(?:麻烦|请)?(?:帮我|帮忙)?(?:上报|报|填|录入?|更新)(?:一下)?(?:周报|库存|进销存|存货)|库存上报|进销存|周报|报一下|report stock|stock report|库存数据|报表/gu

async function fill(reading: Reading): Promise<void> {
  const numbersOnly = ({ mark, start, end }: { mark: string; start: number; end: number }) =>
    mark === 'D' && /^[\d./: -]+$/.test(reading.sentence.outline.said.text.slice(start, end))
  const things = reading.sentence.things.filter((thing) => !numbersOnly(thing) && thing.mark !== 'I')
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
