import type { PrismaClient } from '#prisma'

export const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error)
export const refusal = (work: Promise<unknown>) => work.then(() => 'went through', codeOf)
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const office = (code: string) => ({ code, kind: 'office', name: `${code}办事处`, nameEn: code })
export const rep = (code: string, unitId: number) => ({
  code,
  name: '李',
  nameEn: 'Li',
  pinyin: 'li',
  role: 'rep',
  unitId,
  joinedOn: '2026-01-01',
})
export const customer = (code: string, officeId: number) => ({
  code,
  mnemonic: 'HLCS',
  name: '华联超市',
  coreName: '华联超市',
  pinyin: 'hualianchaoshi',
  tier: 'retail_outlet',
  officeId,
  registeredOn: '2026-01-01',
})
export const product = (code: string, unitPrice: bigint) => ({
  code,
  name: '可乐',
  nameEn: 'Cola',
  pinyin: 'kele',
  brand: '渠道',
  category: '饮料',
  units: '[]',
  unitPrice,
})
export const inbox = (messageId: string) => ({
  platform: 'test',
  messageId,
  bodyHash: '',
  incoming: '{}',
  receivedAt: new Date('2026-11-22T01:20:04.465Z'),
})
export const settingKeys = async (db: PrismaClient) =>
  (await db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)
export const setting = (key: string) => ({ data: { key, value: '1' } })
