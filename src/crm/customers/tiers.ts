import type { Words } from '../../lib/words.ts'

/** Where a customer stands in the channel, from the top down. */
export const tiers = [
  'distributor',
  'sub_distributor',
  'exclusive_sub_distributor',
  'contracted_wholesaler',
  'direct_wholesaler',
  'outlet',
  'unassigned',
] as const

export type Tier = (typeof tiers)[number]

export const tierWords: Record<Tier, Words> = {
  distributor: { zh: '经销商', en: 'distributor' },
  sub_distributor: { zh: '分销商', en: 'sub-distributor' },
  exclusive_sub_distributor: { zh: '特约分销商', en: 'exclusive sub-distributor' },
  contracted_wholesaler: { zh: '签约二批商', en: 'contracted wholesaler' },
  direct_wholesaler: { zh: '直供二批', en: 'directly supplied wholesaler' },
  outlet: { zh: '终端门店', en: 'retail outlet' },
  unassigned: { zh: '未分配', en: 'unassigned' },
}

/** What else people say for a tier. */
export const tierSaid: Record<Tier, string[]> = {
  distributor: ['一级商', '一批', '总经销'],
  sub_distributor: ['二级商', '二批商', 'sub distributor'],
  exclusive_sub_distributor: ['特约', '特约商', 'exclusive sub distributor'],
  contracted_wholesaler: ['签约二批', '签约批发', 'wholesaler with a contract'],
  direct_wholesaler: ['直供', '直供批发', 'direct wholesaler'],
  outlet: ['终端', '门店', '小店', '零售店', 'outlet', 'shop', 'store'],
  unassigned: ['未定', '不确定'],
}

/** Customers of these tiers report their stock unless it is set otherwise. */
export const reportsStockByDefault = (tier: Tier): boolean => reporting.has(tier)

const reporting = new Set<Tier>(['distributor', 'sub_distributor', 'exclusive_sub_distributor'])
