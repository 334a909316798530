import { type Block, isObject, type Json, list } from '../wire.ts'
import { blockComplaints } from './blocks.ts'
import { checkString, checkText, createComplaints } from './complaints.ts'
import { LIMITS } from './limits.ts'

export const isTooLarge = (view: Json): boolean => Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes

/** What Slack would complain of in this modal or Home view; empty when it would accept it. */
export function viewComplaints(view: Json, type: 'modal' | 'home'): string[] {
  const complaints = createComplaints()
  const at = '/view'
  if (view.type !== type) complaints.say('must be a valid enum value', `${at}/type`)
  checkString(view, 'private_metadata', at, complaints, { max: LIMITS.privateMetadata, min: 0 })
  checkString(view, 'callback_id', at, complaints, { max: LIMITS.callbackId, min: 0 })
  checkString(view, 'external_id', at, complaints, { max: LIMITS.id, min: 0 })
  if (!Array.isArray(view.blocks)) complaints.say('missing required field: blocks', at)
  const blocks = list(view.blocks).filter(isObject) as Block[]
  if (type === 'modal') {
    checkText(view, 'title', at, complaints, { max: LIMITS.viewTitle, plain: true, required: true })
    for (const field of ['submit', 'close']) {
      checkText(view, field, at, complaints, { max: LIMITS.viewTitle, plain: true })
    }
    if (!view.submit && blocks.some((block) => block.type === 'input')) {
      complaints.say('missing required field: submit', at)
    }
  }
  const found = [...complaints.found, ...blockComplaints(blocks, type, { at: `${at}/blocks` })]
  return found.length ? [`failed to match all allowed schemas [json-pointer:${at}]`, ...found] : []
}
