import type { Ctx } from '../../../src/crm/context.ts'
import { meOf } from '../../../src/crm/people/me-of.ts'
import type { Role } from '../../../src/crm/people/roles.ts'
import { defaultRules } from '../../../src/crm/rules.ts'
import { openDatabase } from '../../../src/db/open-node.ts'
import { Temporal } from '../../../src/lib/time.ts'

/** Tuesday of 2026-W48, 10:00 in Shanghai: 2026-W47 is the last finished week. */
export const tuesday = '2026-11-24T10:00+08:00'
/** Monday of the same week, before the deadline at 13:00. */
export const monday = '2026-11-23T10:00+08:00'

export type SmallCompany = Awaited<ReturnType<typeof smallCompany>>

/** Two sales units; 华联超市 is li's, 家乐 is zhou's of another office, 新世界 is in the public pool of li's office. */
export async function smallCompany() {
  const { db, close } = await openDatabase(':memory:')
  const unit = async (code: string, kind: string, parentId?: number) =>
    (await db.orgUnit.create({ data: { code, kind, name: code, nameEn: code, parentId } })).id
  const head = await unit('HQ', 'head_office')
  const east = await unit('EAST', 'sales_unit', head)
  const west = await unit('WEST', 'sales_unit', head)
  const pudong = await unit('PUDONG', 'office', east)
  const xuhui = await unit('XUHUI', 'office', east)
  const chengdu = await unit('CHENGDU', 'office', west)
  const member = async (code: string, name: string, role: Role, unitId: number, leadId?: number) => {
    const nameEn = code[0]!.toUpperCase() + code.slice(1)
    const data = { code, name, nameEn, pinyin: code, role, unitId, leadId, joinedOn: '2020-01-01' }
    return (await db.member.create({ data })).id
  }
  const lead = await member('gao', '高组长', 'team_lead', pudong)
  const li = await member('li', '李娜', 'rep', pudong, lead)
  await member('ma', '马超', 'rep', pudong)
  await member('wang', '王强', 'office_head', pudong)
  const zhou = await member('zhou', '周明', 'rep', xuhui)
  await member('zhao', '赵敏', 'info_clerk', east)
  await member('qian', '钱多', 'info_clerk', east)
  await member('wu', '吴信', 'info_clerk', west)
  await member('chen', '陈刚', 'unit_manager', east)
  await member('sun', '孙丽', 'sales_admin', head)
  const customer = async (code: string, name: string, officeId: number, ownerId: number | null) =>
    (
      await db.customer.create({
        data: {
          code,
          name,
          mnemonic: code.toLowerCase(),
          coreName: name,
          pinyin: code.toLowerCase(),
          tier: 'distributor',
          officeId,
          ownerId,
          reportsStock: true,
          registeredOn: '2020-01-01',
        },
      })
    ).id
  const ids = {
    hualian: await customer('KH000001', '华联超市', pudong, li),
    pool: await customer('KH000002', '新世界', pudong, null),
    jiale: await customer('KH000003', '家乐', xuhui, zhou),
    shudu: await customer('KH000004', '蜀都商贸', chengdu, null),
  }
  const product = async (code: string, name: string, nameEn: string, pinyin: string) =>
    (await db.product.create({ data: { code, name, nameEn, pinyin, ...packed } })).id
  const products = {
    cola: await product('P001', '可乐', 'Cola', 'kele'),
    sprite: await product('P002', '雪碧', 'Sprite', 'xuebi'),
    fanta: await product('P003', '芬达', 'Fanta', 'fenda'),
  }
  const as = async (code: string, at: string = tuesday): Promise<Ctx> => {
    const { id } = await db.member.findUniqueOrThrow({ where: { code } })
    const me = (await meOf(db, id, at.slice(0, 10)))!
    const now = Temporal.Instant.from(at)
    return {
      db,
      now,
      me,
      language: me.language,
      rules: defaultRules,
      owed: [],
      changed: new Set(),
      audited: [],
    }
  }
  return { db, close, as, ids, products, offices: { pudong, xuhui, chengdu } }
}

const packed = {
  brand: 'Q',
  category: '饮料',
  units: JSON.stringify([
    { name: '箱', en: 'case', per: 24 },
    { name: '瓶', en: 'bottle', per: 1 },
  ]),
  unitPrice: 300n,
}

/** Accepted weeks of one product at a customer, in cases: opening, received, closing. */
export async function acceptedWeeks(
  { db }: SmallCompany,
  customerId: number,
  productId: number,
  weeks: Record<string, [opening: number, received: number, closing: number]>,
): Promise<void> {
  for (const [period, [opening, received, closing]] of Object.entries(weeks)) {
    const { id: reportId } = await db.stockReport.upsert({
      where: { customerId_period: { customerId, period } },
      create: { customerId, period, state: 'accepted', submittedAt: new Date(), submittedById: 2 },
      update: {},
    })
    const figures = { opening: opening * 24, received: received * 24, closing: closing * 24 }
    await db.stockLine.create({ data: { reportId, productId, ...figures } })
  }
}

export const cases = (quantity: number) => ({ quantity, unit: '箱' })
