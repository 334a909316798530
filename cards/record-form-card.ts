import type { Button, Card, FormField } from './card.ts'

/** The form of a record that is on file, holding what it says now. */
export const recordFormCard = (title: string, fields: FormField[], submit: Button): Card => ({
  title,
  blocks: [{ type: 'form', fields, submit }],
})
