// No 0/O, 1/I/L, B/8: a code is read off a phone and typed. The first is a letter and the second a digit, so that no word is one.
const letters = 'ACDEFGHJKMNPQRSTUVWXYZ'
const digits = '234579'

/** A short code for a draft: `D7K2`. */
export const newDraftCode = () => pick(letters) + pick(digits) + pick(letters + digits) + pick(digits)

const pick = (from: string) => from[crypto.getRandomValues(new Uint32Array(1))[0]! % from.length]!

export const draftCode = /^[ACDEFGHJKMNPQRSTUVWXYZ][234579][ACDEFGHJKMNPQRSTUVWXYZ234579][234579]$/i
