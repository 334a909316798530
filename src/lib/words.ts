/** The languages Qudao speaks: zh-CN first, en second. */
export type Language = 'zh' | 'en'

/** One text in both languages. */
export interface Words {
  zh: string
  en: string
}

export const same = (text: string): Words => ({ zh: text, en: text })
