import { asked } from './asked.ts'
import { contractDrafts } from './contract-drafts.ts'
import { contractRows } from './contracts.ts'
import { correctionRows } from './corrections.ts'
import { countRows } from './counts.ts'
import { customerRows } from './customers.ts'
import { dayNotes } from './day-notes.ts'
import { dayRows } from './days.ts'
import { englishRows } from './english.ts'
import { fieldNotes } from './field-notes.ts'
import { officeWords } from './office-words.ts'
import { otherWords } from './other-words.ts'
import { otherRows } from './others.ts'
import { roundRows } from './rounds.ts'
import type { Row } from './row.ts'
import { saidPlainly } from './said-plainly.ts'
import { smallWords } from './small-words.ts'
import { spokenCounts } from './spoken-counts.ts'
import { stockRows } from './stock.ts'
import { toldAndPromised } from './told-and-promised.ts'
import { visitRows } from './visits.ts'
import { whereRows } from './where.ts'
import { whoAndWhen } from './who-and-when.ts'
import { workingDay } from './working-day.ts'
import { writtenForms } from './written-forms.ts'

export const corpus: Record<string, Row[]> = {
  visits: visitRows,
  stock: stockRows,
  counts: countRows,
  'counts told aloud': spokenCounts,
  'small words': smallWords,
  asked,
  contracts: contractRows,
  'contract drafts': contractDrafts,
  customers: customerRows,
  'where a customer is named': whereRows,
  days: dayRows,
  'notes of a day': dayNotes,
  others: otherRows,
  'in other words': otherWords,
  'in office words': officeWords,
  'in English': englishRows,
  corrections: correctionRows,
  'field notes': fieldNotes,
  'a round of the shops': roundRows,
  'who and when': whoAndWhen,
  'told and promised': toldAndPromised,
  'said plainly': saidPlainly,
  'written forms': writtenForms,
  'a working day': workingDay,
}
