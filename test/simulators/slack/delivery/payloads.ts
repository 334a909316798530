import { stateValues } from '../forms.ts'
import type { Settings } from '../settings.ts'
import type { OpenView } from '../views.ts'
import type { Json, SeenMessage, View } from '../wire.ts'
import type { Conversation, Member } from '../workspace.ts'
import type { World } from '../world.ts'

/** Deprecated, but still in every payload. */
const TOKEN = 'deprecated-verification-token'

export interface EventFrame {
  id: string
  /** Milliseconds since the epoch. */
  at: number
  isExtShared: boolean
}

export function eventPayload(event: Json, { team, app }: Settings, frame: EventFrame): Json {
  return {
    token: TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: frame.id,
    event_time: Math.floor(frame.at / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: frame.isExtShared,
    event_context: `4-${frame.id}`,
  }
}

/** All fields are strings, also where they travel as JSON. */
export function commandPayload(
  world: World,
  {
    member,
    channel,
    command,
    text,
  }: { member: Member; channel: Conversation; command: string; text: string },
): Json {
  const { team, app } = world.settings
  return {
    token: TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: member.id,
    user_name: member.name,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: world.responseUrls.issue('commands', member.id, channel.id),
    trigger_id: world.triggers.issue(member.id),
  }
}

function fromPerson(type: string, member: Member, world: World): Json {
  const { team, app } = world.settings
  return {
    type,
    user: { id: member.id, username: member.name, name: member.name, team_id: member.team_id ?? team.id },
    api_app_id: app.id,
    token: TOKEN,
    trigger_id: world.triggers.issue(member.id),
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** A press in a message; an ephemeral message is not part of the payload. */
export function messageActionPayload(
  world: World,
  { member, message, action, values }: { member: Member; message: SeenMessage; action: Json; values: Json },
): Json {
  const { channel, is_ephemeral, ...wire } = message
  const source = world.workspace.find(channel, message.ts)
  const name = world.workspace.conversations.get(channel)?.name
  return {
    ...fromPerson('block_actions', member, world),
    container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral },
    channel: { id: channel, name },
    ...(!is_ephemeral && { message: wire }),
    state: { values },
    response_url: world.responseUrls.issue('actions', member.id, channel, source),
    actions: [{ ...action, action_ts: world.workspace.nextTs() }],
  }
}

export function viewActionPayload(world: World, member: Member, open: OpenView, action: Json): Json {
  return {
    ...fromPerson('block_actions', member, world),
    container: { type: 'view', view_id: open.view.id },
    view: viewNow(open),
    actions: [{ ...action, action_ts: world.workspace.nextTs() }],
  }
}

export function submissionPayload(world: World, member: Member, open: OpenView): Json {
  return { ...fromPerson('view_submission', member, world), view: viewNow(open), response_urls: [] }
}

export function closedPayload(world: World, member: Member, open: OpenView): Json {
  const { trigger_id, ...rest } = fromPerson('view_closed', member, world)
  return { ...rest, view: viewNow(open), is_cleared: false }
}

/** A view with what its fields hold at this moment. */
export function viewNow({ view, typed }: OpenView): View {
  return structuredClone({ ...view, state: { values: stateValues(view.blocks, typed) } })
}
