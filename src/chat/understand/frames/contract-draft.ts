import { readCustomer } from '../customer-field.ts'
import { labelledIn, valueWords } from '../labelled.ts'
import { wordsAt } from '../outline.ts'
import type { Reading } from '../reading.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'

export const contractDraftFrame: Frame = {
  command: 'contract.draft',
  own: /(?:年度|新|明年|今年|的|给|为|跟|和|\d{4}年?|\b(?:a|the|yearly|for|with|of)\b)/g,
  says: [
    /(?:起草|草拟|拟|新建|新签|做|签订?|建)(?:一?份|个|一下)?(?:K|D|的|新|给|为|跟|年度?|明年|今年|20\d\d|\s)*(?:合同|协议)|新(?:的)?(?:年度)?(?:合同|协议)/g,
    /\b(?:draft|new|prepare)(?: a| the)?(?: new| yearly)? (?:contract|agreement)\b/g,
  ],
  fill,
}

const whichVolumes = {
  zh: '请写各产品的数量，如“可乐1200箱 雪碧600箱”。',
  en: 'Please give the volumes, such as “cola 1200 cases, sprite 600 cases”.',
}

const notLabelled = new Set(['customer', 'volumes', 'year', 'signedOn', 'duties', 'rebates'])
const signed = /[\s,，;；]签(?:署|订|字|约)?(?:于|日期|是|在|[:：\s])*D/

/** The volumes are kept as they were written, from the first product on. */
async function fill(reading: Reading): Promise<void> {
  await readCustomer(reading, {
    words:
      /(?:起草|草拟|拟|新建|新签|签订?|合同|协议|年度|新|明年|今年|的|给|为|跟|和|箱|瓶)+|[\d.]+|\b(?:draft|new|contract|yearly|for|cases?|bottles?)\b/u,
  })
  const { outline } = reading.sentence
  const first = outline.text.indexOf('G')
  // Without a product there are no volumes, whatever else is told.
  if (first < 0) {
    reading.asks.push({ field: 'volumes', why: whichVolumes, missing: true })
    return
  }
  const amountBefore =
    /(?:[\d.,万千]+|[一二两三四五六七八九十百千万]+) ?(?:箱|件|瓶|提|听|cases?|bottles?)(?:的| )?$/u.exec(
      outline.text.slice(0, first),
    )
  const start = first - (amountBefore?.[0].length ?? 0)
  const terms = labelledIn(outline, reading.command.input, notLabelled)
  const behind = [...terms.map((term) => term.start), outline.text.search(signed)].filter((at) => at > start)
  reading.input.volumes = tidied(wordsAt(outline, { start, end: Math.min(outline.text.length, ...behind) }))
  for (const term of terms) reading.input[term.field] = valueWords(outline, term)
}
