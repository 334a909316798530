import type { DatabasePlace, Look } from '../db/look-node.ts'
import type { Migration } from '../db/migrate.ts'
import type { Reachable } from './check-dingtalk.ts'
import { checkLetters } from './check-letters.ts'
import { checkPeople, colleaguesIn, type Vouching } from './check-people.ts'
import { checkPlace, checkStorage, hasTables } from './check-storage.ts'
import { bad, type Finding, type Section } from './finding.ts'

export interface Openable {
  placeOf(file: string): DatabasePlace
  /** Opens an existing database for reading only. */
  open(file: string): { look: Look; close(): void }
  migrations: Migration[]
}

interface StorageFindings {
  sections: Section[]
  people: Reachable[]
}

const nothing: StorageFindings = { sections: [], people: [] }

/** The database, and what of its contents matters for being reached. */
export async function examineStorage(
  { placeOf, open, migrations }: Openable,
  file: string | undefined,
  platforms: Vouching[],
  today: string,
): Promise<StorageFindings> {
  if (file === undefined) return nothing
  const place = placeOf(file)
  const found = checkPlace(place)
  const inside = place.exists
    ? await looking(file, open, async (look) => {
        const state = await checkStorage(look, migrations)
        const isWhole = state.every(({ mark }) => mark !== 'bad')
        return { ...(isWhole ? contents(look, platforms, today) : nothing), found: state }
      })
    : { ...nothing, found: [] }
  return {
    people: inside.people,
    sections: [{ title: 'Database', findings: [...inside.found, ...found] }, ...inside.sections],
  }
}

interface Inside extends StorageFindings {
  found: Finding[]
}

/** A file that is no database is found to be none. */
async function looking(
  file: string,
  open: Openable['open'],
  see: (look: Look) => Promise<Inside>,
): Promise<Inside> {
  let opened: ReturnType<Openable['open']> | undefined
  try {
    opened = open(file)
    return await see(opened.look)
  } catch (error) {
    const says = `${file} cannot be read: ${(error as Error).message}`
    return { ...nothing, found: [bad(says, 'is QUDAO_DB right? If so, restore a backup')] }
  } finally {
    opened?.close()
  }
}

/** What is in a database that has its tables. */
function contents(look: Look, platforms: Vouching[], today: string): StorageFindings {
  if (!hasTables(look, ['Member', 'Identity', 'Inbox', 'Outbox'])) return nothing
  return {
    people: colleaguesIn(look, today).flatMap(({ code, mobile }) => (mobile ? [{ code, mobile }] : [])),
    sections: [
      { title: 'People', findings: checkPeople(look, platforms, today) },
      { title: 'Messages', findings: checkLetters(look) },
    ],
  }
}
