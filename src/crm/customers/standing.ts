import { same, type Words } from '../../lib/words.ts'

/** How important a customer is. */
export const gradeWords: Record<string, Words> = {
  A: same('A'),
  B: same('B'),
  C: same('C'),
  core: { zh: '核心', en: 'core' },
  potential: { zh: '潜在', en: 'potential' },
  ordinary: { zh: '一般', en: 'ordinary' },
}

/** How the business with a customer stands. */
export const statusWords: Record<string, Words> = {
  prospect: { zh: '意向', en: 'prospect' },
  active: { zh: '合作中', en: 'active' },
  dormant: { zh: '休眠', en: 'dormant' },
  lost: { zh: '流失', en: 'lost' },
}
