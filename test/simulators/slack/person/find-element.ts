import { type Block, type Json, textOf } from '../wire.ts'
import { elementsOf } from '../workspace.ts'

export interface Found {
  block: Block
  element: Json
}

const namesOf = ({ block, element }: Found): string[] => [
  textOf(element.text),
  textOf(block.label),
  textOf(element.placeholder),
  String(element.action_id),
  String(block.block_id),
  `${block.block_id} ${element.action_id}`,
]

/** The interactive element that a person means by its words (button text, label, placeholder) or its ids. */
export function findElement(blocks: Block[], wanted: string): Found {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
  const found = all.find((each) => namesOf(each).includes(wanted))
  if (found) return found
  const there = all.map((each) => namesOf(each).find(Boolean)).join(', ')
  throw new Error(`nothing here is called «${wanted}»; there are: ${there || 'no elements'}`)
}

/** The `actions[]` entry of a press on a button; other elements add what was picked. */
export function actionOf({ block, element }: Found, picked: Json = {}): Json {
  const { type, action_id, text, value, style } = element
  const button =
    type === 'button' ? { text, ...(value !== undefined && { value }), ...(style ? { style } : {}) } : {}
  return { type, action_id, block_id: block.block_id, ...button, ...picked }
}
