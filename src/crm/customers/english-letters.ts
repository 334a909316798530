import { Prisma } from '#prisma'

const accented = { a: 'áàâä', c: 'ç', e: 'éèêëÉ', i: 'íîï', n: 'ñ', o: 'óôö', u: 'úùûü' }
const folds = Object.entries(accented).flatMap(([plain, letters]) =>
  Array.from(letters, (letter) => [letter, plain] as const),
)

/** The English name of customers `c` in plain small letters without blanks: `Jisu Internet Café` is jisuinternetcafe. */
export const englishLetters: Prisma.Sql = Prisma.raw(
  [...folds, [' ', ''] as const].reduce(
    (sql, [letter, plain]) => `replace(${sql}, '${letter}', '${plain}')`,
    `lower(ifnull(c.nameEn, ''))`,
  ),
)
