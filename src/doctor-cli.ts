import { openToLook, placeOf } from './db/look-node.ts'
import { migrationsOnDisk } from './db/migrations-node.ts'
import { examine } from './doctor/examine.ts'
import { inWords, isSound } from './doctor/finding.ts'

const sections = await examine({
  env: process.env,
  fetch,
  wall: () => new Date(),
  placeOf,
  open: openToLook,
  migrations: migrationsOnDisk(),
})
console.info(inWords(sections))
process.exitCode = isSound(sections) ? 0 : 1
