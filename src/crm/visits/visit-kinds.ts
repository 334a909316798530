import type { Words } from '../../lib/words.ts'

export const visitKinds = {
  on_site: { zh: '上门', en: 'on site' },
  phone: { zh: '电话', en: 'by phone' },
  online: { zh: '线上', en: 'online' },
} satisfies Record<string, Words>

export type VisitKind = keyof typeof visitKinds
