import type { SpokenOf } from '../../../../src/chat/understand/understood.ts'

/**
 * One sentence of the corpus: what somebody wrote, and what they meant by it. Spoken by `li` on Tuesday,
 * 24 November 2026 at ten, unless it says otherwise.
 */
export interface Row {
  says: string
  command: string | null
  input?: Record<string, unknown>
  as?: string
  now?: string
  spokenOf?: SpokenOf
  /** Fields that have to be asked about, `''` for the sentence as a whole. */
  asks?: string[]
  /** Choices by field: the values that have to be on offer. */
  offers?: Record<string, string[]>
  /** Whose change it is. */
  corrects?: 'draft' | 'last'
}

type More = Omit<Row, 'says' | 'command' | 'input'>

export const row = (
  says: string,
  command: string | null,
  input: Row['input'] = {},
  more: More = {},
): Row => ({
  says,
  command,
  input,
  ...more,
})

export const hualian = 'KH000001'
export const zhabei = 'KH000002'
export const yangpu = 'KH000003'
export const yongsheng = 'KH000004'
export const renmin = 'KH000005'
export const huaihai = 'KH000006'
export const baihui = 'KH000007'
export const deshun = 'KH000008'
export const century = 'KH000009'
export const haoyouduo = 'KH000010'
export const changfengLiquor = 'KH000011'
export const changfengFoods = 'KH000012'
export const guangming = 'KH000013'
export const tiantianle = 'KH000014'
export const pool = 'KH000017'

export const oriental = 'KH000019'
export const seagull = 'KH000020'
export const clearspring = 'KH000021'
export const morning = 'KH000022'
export const caoyang = 'KH000023'
export const xinan = 'KH000024'
export const pujiang = 'KH000025'
export const bund = 'KH000026'
export const yucai = 'KH000027'
export const jisu = 'KH000028'
export const taihe = 'KH000031'
export const today = '2026-11-24'
export const yesterday = '2026-11-23'
export const friday = '2026-11-27'
export const nextTuesday = '2026-12-01'

export const cases = (quantity: number) => ({ quantity, unit: '箱' })
export const bottles = (quantity: number) => ({ quantity, unit: '瓶' })
