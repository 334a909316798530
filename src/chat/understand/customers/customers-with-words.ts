import { Prisma } from '#prisma'
import type { Ctx } from '../../../crm/context.ts'
import { scopeOf } from '../../../crm/customers/search-scope.ts'
import { visibleSql } from '../../../crm/people/visibility.ts'
import { latinHas, within } from '../../../db/customer-search-tokens.ts'
import { lettersOf, normaliseText } from '../../../lib/normalise-text.ts'
import type { CustomerNamed } from './mention.ts'

/** Read for a word, of which only the first letters tell in the index. */
const MOST_READ = 200
const LONGEST_SYLLABLE = 6

type Row = CustomerNamed & {
  nameEn: string | null
  coreName: string
  mnemonic: string
  place: number | bigint
}

/** The customers the person may see who are called by each of the words, in one query; `zhu` is in many a pinyin. */
export async function customersWithWords(
  ctx: Pick<Ctx, 'db' | 'me'>,
  words: string[],
): Promise<Map<string, Row[]>> {
  if (words.length === 0) return new Map()
  const queries = words.map(
    (word, place) => Prisma.sql`
    SELECT * FROM (SELECT ${place} AS place, c.id, c.code, c.name, c.nameEn, c.coreName, c.mnemonic
      FROM CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
      WHERE CustomerSearch MATCH ${within(scopeOf(ctx.me), latinHas(lettersOf(word)))}
        AND ${visibleSql(ctx.me)} ORDER BY c.id LIMIT ${MOST_READ})`,
  )
  const rows = await ctx.db.$queryRaw<Row[]>(Prisma.join(queries, ' UNION ALL '))
  const meant = rows.filter((row) => isOfName(words[Number(row.place)]!, row))
  return Map.groupBy(meant, ({ place }) => words[Number(place)]!)
}

const SHORTEST_MNEMONIC = 4

/** A whole word of the English name, or how the name itself begins, or its initials: ysfs for the 永盛副食商行. */
const isOfName = (word: string, { nameEn, coreName, mnemonic }: Row): boolean =>
  normaliseText(nameEn ?? '')
    .split(/[^a-z0-9]+/)
    .includes(word) ||
  (word.length >= LONGEST_SYLLABLE && coreName.startsWith(lettersOf(word))) ||
  (word.length >= SHORTEST_MNEMONIC && mnemonic.toLowerCase().startsWith(word))
