import type { Product } from '#prisma'
import { normaliseText } from '../../lib/normalise-text.ts'
import type { Language, Words } from '../../lib/words.ts'
import type { Tx } from '../context.ts'
import { productsByCode } from '../products/product-by-code.ts'
import { quantityInWords, toBase } from '../products/quantity.ts'
import { type SpottedProduct, spotProducts } from '../products/spot-products.ts'
import { caseOf, productName, unitsOf } from '../products/units.ts'
import { Refusal, refuse } from '../refusal.ts'

/** What is agreed of one product for a year, in base units. */
export interface Volume {
  product: Product
  volume: number
}

const amount =
  /^[\s:是为约]*(?<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(?<times>万|千|w|k)?\s*(?<unit>[^\d\s,，、;；。.]*)[\s,，、;；。.和及]*$/u
const times: Record<string, number> = { 万: 10_000, w: 10_000, 千: 1000, k: 1000 }

/** Reads `可乐 1200箱，雪碧 1.2万瓶`, in a row or one a line; a figure without a unit is in cases. Refuses what it cannot read whole. */
export async function volumesFrom(db: Tx, written: string): Promise<Volume[]> {
  const text = normaliseText(written)
  const spots = await spotProducts(db, text)
  const before = text.slice(0, spots[0]?.from ?? text.length).replace(/[\s,，、;；。:]/g, '')
  if (spots.length === 0 || before) refuseVolumes(unknown(before))
  spots.forEach(refuseTwins)
  const products = await productsByCode(
    db,
    spots.map(({ code }) => code),
  )
  return spots.map((spot, i) => {
    const said = text.slice(spot.to, spots[i + 1]?.from)
    const product = products.get(spot.code)!
    return { product, volume: volumeOf(product, said) }
  })
}

/** One a line, as `volumesFrom` reads them back. */
export const volumesInWords = (volumes: Volume[], language: Language): string =>
  volumes
    .map(
      ({ product, volume }) =>
        `${productName(product, language)} ${quantityInWords(volume, product, language)}`,
    )
    .join('\n')

function volumeOf(product: Product, said: string): number {
  const found = amount.exec(said)?.groups
  if (!found) refuseVolumes(unread(product, said))
  const quantity = Number(found.number!.replaceAll(',', '')) * (times[found.times ?? ''] ?? 1)
  const volume = inBase(product, quantity, found.unit!)
  if (volume <= 0) refuseVolumes(unread(product, said))
  return volume
}

function inBase(product: Product, quantity: number, unit: string): number {
  try {
    return toBase({ quantity, unit: singular(product, unit) }, product)
  } catch (error) {
    if (error instanceof Refusal) refuseVolumes(error.words, error.code)
    throw error
  }
}

function singular(product: Product, unit: string): string {
  if (!unit) return caseOf(product).name
  const known = unitsOf(product).find(({ en }) => unit === `${en}s` || unit === `${en}es`)
  return known?.name ?? unit
}

/** Two products that go by the same words, or one that is named twice. */
function refuseTwins(spot: SpottedProduct, index: number, spots: SpottedProduct[]): void {
  const earlier = spots.slice(0, index)
  const twin = earlier.find(({ from, to }) => from === spot.from && to === spot.to)
  if (twin)
    refuseVolumes({
      zh: `“${twin.name}”和“${spot.name}”分不清，请写产品编号 ${twin.code} 或 ${spot.code}。`,
      en: `This may be ${twin.code} or ${spot.code}. Please give the product’s code.`,
    })
  if (earlier.some(({ code }) => code === spot.code))
    refuseVolumes({
      zh: `${spot.name}写了两次，请合成一个数。`,
      en: `${spot.code} is there twice. Please give one figure.`,
    })
}

const unknown = (said: string): Words => ({
  zh: `${said ? `不认识产品“${said}”。` : ''}请写产品和数量，每行一个，例如“可乐 1200箱”。`,
  en: `${said ? `There is no product “${said}”. ` : ''}Please give product and volume, one a line, such as “Cola 1200 cases”.`,
})

const unread = ({ name, nameEn }: Product, said: string): Words => ({
  zh: `${name}的数量“${said.trim()}”没有看懂，请写成“${name} 1200箱”。`,
  en: `The volume of ${nameEn}, “${said.trim()}”, is not clear. Please write it as “${nameEn} 1200 cases”.`,
})

function refuseVolumes(words: Words, code = 'contract.volumes'): never {
  refuse(code, words, { volumes: words })
}
