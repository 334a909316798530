import type { Field } from '../../crm/fields.ts'
import { fieldsOf } from './command-fields.ts'
import type { Hit } from './command-words.ts'
import { readCustomer } from './customer-field.ts'
import { fillMember } from './member-said.ts'
import { optionSaid } from './option-said.ts'
import { readPeriod } from './periods-said.ts'
import { putDay, type Reading } from './reading.ts'
import { all } from './spot.ts'
import { wordsFor, wordsOf } from './words-said.ts'

/** Fills the fields a command declares with what the sentence names, each by its kind. */
export async function fillByKind(reading: Reading, hits: Hit[]): Promise<void> {
  const { command, input, asks, choices } = reading
  for (const [name, field, required] of fieldsOf(command.input)) {
    const settled = input[name] !== undefined || [...asks, ...choices].some((one) => one.field === name)
    if (!settled) await fillField(reading, hits, { name, field, required })
  }
}

interface Wanted {
  name: string
  field: Field
  required: boolean
}

async function fillField(reading: Reading, hits: Hit[], wanted: Wanted): Promise<void> {
  const { sentence, input } = reading
  const { name, field, required } = wanted
  switch (field.kind) {
    case 'customer':
      if (required || all(sentence, 'K').length > 0)
        await readCustomer(reading, { words: wordsOf(reading, hits), field: name })
      break
    case 'contract':
      input[name] = all(sentence, 'N')[0]?.number
      break
    case 'date': {
      const [date] = all(sentence, 'D').filter(
        ({ date: { kind, meaning } }) => kind !== 'time' && (required || meaning.day),
      )
      if (date) putDay(reading, name, date.date, field.slot ?? 'next')
      break
    }
    case 'choice':
      input[name] = optionSaid(field, sentence.outline.said.text)?.value
      break
    case 'member':
      await fillMember(reading, name)
      break
    case 'number': {
      const year = yearSaid(reading)
      if (year !== undefined) input[name] = year
      break
    }
    case 'period':
      readPeriod(reading, name)
      break
    case 'phone':
      input[name] = all(sentence, 'T')[0]?.digits
      break
    case 'words':
    case 'query':
      if (!field.quiet) input[name] = wordsFor(reading, hits, field.kind)
      break
  }
  if (input[name] === undefined) delete input[name]
}

/** 2027年, 明年, for 2027. */
function yearSaid({ sentence }: Reading): number | undefined {
  const year = all(sentence, 'D').find(({ date }) => date.meaning.span?.is === 'year')?.date.value?.range
    ?.from.year
  const written = /(?<!\d)(20\d\d)(?=年|年度|\s|的|$)/.exec(sentence.outline.text)?.[1]
  return year ?? (written ? Number(written) : undefined)
}
