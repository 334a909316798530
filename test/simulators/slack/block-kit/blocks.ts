import { type Block, isObject, type Json, list, textOf } from '../wire.ts'
import { checkChart } from './charts.ts'
import {
  type Complaints,
  checkEnum,
  checkItems,
  checkString,
  checkText,
  checkUnique,
  createComplaints,
} from './complaints.ts'
import { checkElement, checkImage, IN_ACTIONS, IN_INPUT, IN_SECTION } from './elements.ts'
import { LIMITS } from './limits.ts'
import { checkDataTable, checkTable } from './tables.ts'

export type Surface = 'message' | 'modal' | 'home'
type Rule = (block: Block, at: string, complaints: Complaints) => void

const EVERYWHERE = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'video',
]
const ALLOWED: Record<Surface, string[]> = {
  message: [...EVERYWHERE, 'markdown', 'table', 'data_table', 'data_visualization'],
  modal: [...EVERYWHERE, 'alert'],
  home: EVERYWHERE,
}

/** What Slack would complain of in these blocks; empty when it would accept them. */
export function blockComplaints(
  blocks: Block[],
  surface: Surface,
  { chartsRolledOut = true, at = '/blocks' }: { chartsRolledOut?: boolean; at?: string } = {},
): string[] {
  const complaints = createComplaints()
  const most = surface === 'message' ? LIMITS.blocksInMessage : LIMITS.blocksInView
  if (blocks.length > most) complaints.say(`no more than ${most} items allowed`, at)
  const allowed = ALLOWED[surface].filter((type) => chartsRolledOut || type !== 'data_visualization')
  blocks.forEach((block, index) => {
    checkBlock(block, `${at}/${index}`, allowed, complaints)
  })
  checkUnique(
    blocks.map((block, index) => ({ value: block.block_id, at: `${at}/${index}/block_id` })),
    'block_id',
    complaints,
  )
  checkTogether(blocks, at, complaints)
  return complaints.found
}

function checkBlock(block: Block, at: string, allowed: string[], complaints: Complaints): void {
  if (!allowed.includes(block.type)) {
    complaints.say(`unsupported type: ${block.type}`, `${at}/type`)
    return
  }
  checkString(block, 'block_id', at, complaints, { max: LIMITS.id })
  RULES[block.type]?.(block, at, complaints)
}

/** What holds for a message as a whole. */
function checkTogether(blocks: Block[], at: string, complaints: Complaints): void {
  const count = (type: string) => blocks.filter((block) => block.type === type).length
  if (count('data_visualization') > LIMITS.charts) {
    complaints.say(`no more than ${LIMITS.charts} data_visualization blocks allowed`, at)
  }
  if (count('table') > 1) complaints.say('only_one_table_allowed', at)
  const markdown = blocks
    .filter((block) => block.type === 'markdown')
    .map((block) => textOf(block.text).length)
  if (markdown.reduce((sum, length) => sum + length, 0) > LIMITS.markdown) {
    complaints.say(`must be less than ${LIMITS.markdown + 1} characters`, at)
  }
  const cells = blocks.flatMap((block) => list(block.rows).flatMap(list)).filter(isObject)
  if (cells.reduce((sum, cell) => sum + lengthOfTexts(cell), 0) > LIMITS.tableText) {
    complaints.say(`must be less than ${LIMITS.tableText + 1} characters in all table cells`, at)
  }
}

/** The characters in every `text` of a block, however deep. */
export function lengthOfTexts(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lengthOfTexts(item), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce((sum, [field, inner]) => {
    return sum + (field === 'text' && typeof inner === 'string' ? inner.length : lengthOfTexts(inner))
  }, 0)
}

const checkSection: Rule = (block, at, complaints) => {
  if (block.text === undefined && block.fields === undefined) {
    complaints.say('must define either `text` or `fields`', at)
  }
  checkText(block, 'text', at, complaints, { max: LIMITS.sectionText })
  if (block.fields !== undefined) {
    const fields = checkItems(block, 'fields', at, complaints, { max: LIMITS.sectionFields })
    fields.forEach((_, index) => {
      checkText(block.fields as Json, String(index), `${at}/fields`, complaints, { max: LIMITS.fieldText })
    })
  }
  if (isObject(block.accessory)) checkElement(block.accessory, `${at}/accessory`, IN_SECTION, complaints)
}

const checkActions: Rule = (block, at, complaints) => {
  const elements = checkItems(block, 'elements', at, complaints, { max: LIMITS.actionsElements })
  for (const { item, at: place } of elements) checkElement(item, place, IN_ACTIONS, complaints)
  checkUnique(
    elements.map(({ item, at: place }) => ({ value: item.action_id, at: `${place}/action_id` })),
    'action_id',
    complaints,
  )
}

const checkContext: Rule = (block, at, complaints) => {
  checkItems(block, 'elements', at, complaints, { max: LIMITS.contextElements }).forEach(
    ({ item, at: place }, i) => {
      if (item.type === 'image') checkImage(item, place, complaints)
      else
        checkText(block.elements as Json, String(i), `${at}/elements`, complaints, {
          max: LIMITS.sectionText,
        })
    },
  )
}

const checkInput: Rule = (block, at, complaints) => {
  checkText(block, 'label', at, complaints, { max: LIMITS.label, plain: true, required: true })
  checkText(block, 'hint', at, complaints, { max: LIMITS.label, plain: true })
  if (isObject(block.element)) checkElement(block.element, `${at}/element`, IN_INPUT, complaints)
  else complaints.say('missing required field: element', at)
}

const checkRichText: Rule = (block, at, complaints) => {
  for (const { item, at: place } of checkItems(block, 'elements', at, complaints, { max: 1000 })) {
    checkEnum(item, 'type', place, complaints, [
      'rich_text_section',
      'rich_text_list',
      'rich_text_quote',
      'rich_text_preformatted',
    ])
  }
}

const checkImageBlock: Rule = (block, at, complaints) => {
  checkImage(block, at, complaints)
  checkText(block, 'title', at, complaints, { max: LIMITS.altText, plain: true })
}

const RULES: Record<string, Rule> = {
  section: checkSection,
  actions: checkActions,
  context: checkContext,
  input: checkInput,
  rich_text: checkRichText,
  image: checkImageBlock,
  table: checkTable,
  data_table: checkDataTable,
  data_visualization: checkChart,
  header: (block, at, complaints) =>
    checkText(block, 'text', at, complaints, { max: LIMITS.headerText, plain: true, required: true }),
  alert: (block, at, complaints) =>
    checkText(block, 'text', at, complaints, { max: LIMITS.sectionText, required: true }),
  markdown: (block, at, complaints) =>
    checkString(block, 'text', at, complaints, { max: LIMITS.markdown, required: true }),
}
