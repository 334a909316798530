import type { Look } from '../db/look-node.ts'
import { bad, type Finding, good, mind } from './finding.ts'

/** A platform and by what it vouches for people. */
export interface Vouching {
  platform: string
  name: string
  by: 'email' | 'mobile'
}

interface Colleague {
  code: string
  email: string | null
  mobile: string | null
}

const byWords = { email: 'e-mail address', mobile: 'mobile number' }
const mostNamed = 10

/** Members who have not left. */
export const colleaguesIn = (look: Look, today: string): Colleague[] =>
  look(
    'SELECT code, email, mobile FROM Member WHERE leftOn IS NULL OR leftOn > ? ORDER BY id',
    today,
  ) as unknown as Colleague[]

/** Who is there, and who is or will be known on each platform. */
export function checkPeople(look: Look, platforms: Vouching[], today: string): Finding[] {
  const people = colleaguesIn(look, today)
  if (people.length > 0)
    return [good(`${people.length} people`), ...platforms.flatMap((one) => linkFindings(look, people, one))]
  const [says, mend] = ['there are no people in the database', 'import them: npm run people -- people.csv']
  return [platforms.length > 0 ? bad(says, mend) : mind(says, mend)]
}

function linkFindings(look: Look, people: Colleague[], { platform, name, by }: Vouching): Finding[] {
  const rows = look(
    'SELECT DISTINCT code FROM Identity JOIN Member ON Member.id = memberId WHERE platform = ?',
    platform,
  )
  const known = new Set(rows.map(({ code }) => code))
  const unlinked = people.filter(({ code }) => !known.has(code))
  const missing = unlinked.filter((one) => !one[by])
  const linked = people.length - unlinked.length
  const says = `${name}: ${linked} linked, ${unlinked.length - missing.length} will be by their ${byWords[by]} when they first write`
  return [good(says), ...(missing.length > 0 ? [missingFinding(name, by, missing)] : [])]
}

function missingFinding(name: string, by: Vouching['by'], missing: Colleague[]): Finding {
  const codes = missing.slice(0, mostNamed).map(({ code }) => code)
  const more = missing.length > codes.length ? ` and ${missing.length - codes.length} more` : ''
  return mind(
    `${name} cannot know ${codes.join(', ')}${more}: no ${byWords[by]}`,
    `add it to the list and import it again, or have an admin hand out a code (绑定码 ${codes[0]} · link code ${codes[0]})`,
  )
}
