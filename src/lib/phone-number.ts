/** A telephone number as it is kept: digits, a leading plus and hyphens. Null for what is none. */
export function phoneNumber(said: string): string | null {
  const number = said.normalize('NFKC').replace(/[\s()]+/g, '')
  return /^\+?\d[\d-]{4,18}\d$/.test(number) ? number : null
}

/** Chinese mobile numbers have eleven digits. */
export const isMobile = (number: string): boolean => /^(?:\+?86-?)?1[3-9]\d{9}$/.test(number)
