import type { Language } from '../../lib/words.ts'
import type { Role } from './roles.ts'

/** A member of the company with what decides about visibility: whoever acts, or whoever reads a card. */
export interface Me {
  id: number
  code: string
  name: string
  nameEn: string
  role: Role
  language: Language
  unit: {
    id: number
    code: string
    kind: 'head_office' | 'sales_unit' | 'office'
    name: string
    nameEn: string
  }
  zone: string
  /** Ids of the offices at and below the member's node. */
  offices: number[]
  /** Ids of the reps a team lead leads, and of those for whom the member stands in today. */
  team: number[]
  /** Commands the member wants to be saved without a card to confirm. */
  saveAtOnce: string[]
}
