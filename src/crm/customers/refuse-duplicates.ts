import { type Language, nameIn, type Words } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Described, type Duplicate, findDuplicates, type Likeness } from './duplicates.ts'

/** Stops where the customer may be on file already, unless the person says it is another one. */
export async function refuseDuplicates(
  ctx: Ctx,
  described: Described,
  { despite, except }: { despite?: string; except?: number },
): Promise<void> {
  if (despite === 'another') return
  const duplicates = await findDuplicates(ctx, described, except)
  if (duplicates.length === 0) return
  refuse(
    'customer.duplicate',
    { zh: listed(duplicates, 'zh'), en: listed(duplicates, 'en') },
    { despite: ask },
  )
}

const likenessWords: Record<Likeness, Words> = {
  tax_id: { zh: '税号相同', en: 'same tax id' },
  phone: { zh: '电话相同', en: 'same phone' },
  name: { zh: '名称相同', en: 'same name' },
  sound: { zh: '读音相近', en: 'sounds alike' },
}

const words = {
  zh: {
    maybe: '可能已经有这家客户：',
    pool: '公海',
    masked: '其他同事的客户，详情不显示',
    open: (code: string) => `发“客户 ${code}”可查看`,
    next: '是同一家就不要再建；不是同一家，在下面选“不是同一家，照样保存”再保存。',
  },
  en: {
    maybe: 'This customer may be on file already:',
    pool: 'public pool',
    masked: 'a colleague’s customer, details are not shown',
    open: (code: string) => `send “客户 ${code}” to see it`,
    next: 'If it is the same one, do not create it again. If not, choose “It is another one” below and save.',
  },
} satisfies Record<Language, object>

const ask: Words = {
  zh: '有相似客户，请确认是不是同一家。',
  en: 'There is a similar customer: please say whether it is the same one.',
}

const listed = (duplicates: Duplicate[], language: Language): string =>
  [
    words[language].maybe,
    ...duplicates.map((duplicate) => `· ${lineOf(duplicate, language)}`),
    words[language].next,
  ].join('\n')

function lineOf(duplicate: Duplicate, language: Language): string {
  const w = words[language]
  const { code, office, owner, likeness } = duplicate
  return [
    nameIn(duplicate, language),
    nameIn(office, language),
    owner ? nameIn(owner, language) : w.pool,
    likenessWords[likeness][language],
    code ? w.open(code) : w.masked,
  ].join(' · ')
}
