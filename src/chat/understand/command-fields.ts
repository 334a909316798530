import { fieldsOf as derived } from '../../crm/fields.ts'
import { once } from './once.ts'

/** The fields of an input; a sentence is held against those of every command. */
export const fieldsOf = once(derived)
