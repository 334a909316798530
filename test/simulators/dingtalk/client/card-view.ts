import type { Card, Params } from '../state/cards.ts'

/** The variables of the universal template. A card that sets another one sets it in vain. */
export const templateVariables = [
  'config',
  'lastMessage',
  'title',
  'content',
  'table',
  'chart',
  'form',
  'form_btn_text',
  'form_status',
  'notice',
  'btns',
]

/** The variables whose value is JSON. */
export const jsonVariables = ['config', 'table', 'chart', 'form', 'btns']

export interface CardButton {
  text: string
  color?: string
  status?: string
  action?: {
    type: string
    params?: {
      actionId?: string
      params?: Record<string, unknown>
      url?: string | { android?: string; ios?: string; pc?: string }
    }
  }
}

export interface FormField {
  name: string
  label?: string
  type: string
  required?: boolean
  requiredMsg?: string
  placeholder?: string
  defaultValue?: unknown
  readOnly?: boolean
  hidden?: boolean
  options?: { value: string; text: string }[]
}

/** A card as one person sees it at one moment. */
export interface CardView {
  outTrackId: string
  title: string
  content: string
  /** The line only this person sees. */
  notice: string
  buttons: CardButton[]
  table?: {
    meta: { alias: string; aliasName?: string; dataType?: string; weight?: number }[]
    data: Record<string, unknown>[]
  }
  chart?: { type: string; data: { x: string; y: number; type?: string }[] }
  form?: { fields: FormField[] }
  formButton: string
  formDisabled: boolean
  variables: Params
}

/** The JSON of a variable; a client that cannot read it draws nothing. */
function parsed<T>(value: string | undefined): T | undefined {
  try {
    return value ? (JSON.parse(value) as T) : undefined
  } catch {
    return undefined
  }
}

/** The public variables, with this person's private ones over them. */
export function viewOf(card: Card, personKey: string): CardView {
  const variables = { ...card.params, ...card.privates.get(personKey) }
  return {
    outTrackId: card.outTrackId,
    title: variables.title ?? '',
    content: variables.content ?? '',
    notice: variables.notice ?? '',
    buttons: parsed<CardButton[]>(variables.btns) ?? [],
    table: parsed<CardView['table']>(variables.table),
    chart: parsed<CardView['chart']>(variables.chart),
    form: parsed<CardView['form']>(variables.form),
    formButton: variables.form_btn_text ?? '',
    formDisabled: variables.form_status === 'disabled',
    variables,
  }
}
