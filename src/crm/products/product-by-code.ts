import type { Product } from '#prisma'
import type { Tx } from '../context.ts'
import { refuse } from '../refusal.ts'

export async function productByCode(db: Tx, code: string): Promise<Product> {
  return (await productsByCode(db, [code])).get(code)!
}

/** Products by code. Refuses where one does not exist. */
export async function productsByCode(db: Tx, codes: string[]): Promise<Map<string, Product>> {
  const found = await db.product.findMany({ where: { code: { in: codes } } })
  const products = new Map(found.map((product) => [product.code, product]))
  const missing = codes.find((code) => !products.has(code))
  if (missing !== undefined)
    refuse('product.unknown', {
      zh: `没有产品 ${missing}，请写产品的名称或编号。`,
      en: `There is no product ${missing}. Please give the name or code of a product.`,
    })
  return products
}
