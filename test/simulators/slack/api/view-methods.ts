import { isTooLarge, viewComplaints } from '../block-kit/views.ts'
import type { OpenView } from '../views.ts'
import { isObject, type Json } from '../wire.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'
import { complaintsRefusal, Refusal } from './refusal.ts'

export const viewMethods: Record<string, Method> = {
  'views.open': {
    required: ['trigger_id', 'view'],
    run: (args, { views, triggers }) => {
      const spec = checkedView(args.view, 'modal')
      return { view: views.open(triggers.exchange(args.trigger_id), spec).view }
    },
  },
  'views.push': {
    required: ['trigger_id', 'view'],
    run: (args, { views, triggers }) => {
      const spec = checkedView(args.view, 'modal')
      return { view: views.push(triggers.exchange(args.trigger_id), spec).view }
    },
  },
  'views.update': {
    required: ['view'],
    run: (args, world) => {
      const open = openView(args, world)
      const spec = checkedView(args.view, open.view.type)
      return { view: world.views.update(open, spec, given(args.hash)).view }
    },
  },
  'views.publish': {
    required: ['user_id', 'view'],
    run: (args, { views, workspace }) => {
      const spec = checkedView(args.view, 'home')
      const user = String(args.user_id)
      if (!workspace.members.has(user)) throw new Refusal('user_not_found')
      return { view: views.publish(user, spec, given(args.hash)).view }
    },
  },
}

const given = (value: unknown): unknown => (value === '' || value === null ? undefined : value)

function openView(args: Json, { views }: World): OpenView {
  if (!args.view_id && !args.external_id) throw new Refusal('invalid_arguments')
  const open = views.find(args)
  if (!open) throw new Refusal('not_found')
  return open
}

/** A view within Slack's limits. */
export function checkedView(view: unknown, type: 'modal' | 'home'): Json {
  if (!isObject(view))
    throw complaintsRefusal('invalid_arguments', ['must be a valid object [json-pointer:/view]'])
  if (isTooLarge(view)) throw new Refusal('view_too_large')
  const complaints = viewComplaints(view, type)
  if (complaints.length) throw complaintsRefusal('invalid_arguments', complaints)
  return view
}
