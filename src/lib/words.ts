/** The languages Qudao speaks: zh-CN first, en second. */
export type Language = 'zh' | 'en'

/** One text in both languages. */
export interface Words {
  zh: string
  en: string
}

export const same = (text: string): Words => ({ zh: text, en: text })

/** The name a reader of the language knows; Chinese where there is no other. */
export const nameIn = (named: { name: string; nameEn?: string | null }, language: Language): string =>
  (language === 'en' && named.nameEn) || named.name
