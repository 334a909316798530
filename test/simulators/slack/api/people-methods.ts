import type { Json } from '../wire.ts'
import type { Conversation, Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { isTrue } from './arguments.ts'
import { knownChannel } from './chat-methods.ts'
import type { Method } from './method.ts'
import { Refusal } from './refusal.ts'

export const peopleMethods: Record<string, Method> = {
  'users.info': {
    scopes: ['users:read'],
    formOnly: true,
    required: ['user'],
    run: (args, world) => {
      const member = world.workspace.members.get(String(args.user))
      if (!member) throw new Refusal('user_not_found')
      return { user: describeMember(member, world, isTrue(args.include_locale)) }
    },
  },
  'users.lookupByEmail': {
    scopes: ['users:read.email'],
    formOnly: true,
    required: ['email'],
    run: (args, world) => {
      const email = String(args.email).toLowerCase()
      const members = [...world.workspace.members.values()]
      const member = members.find((each) => each.email?.toLowerCase() === email)
      if (!member || member.deleted || member.is_stranger) throw new Refusal('users_not_found')
      return { user: describeMember(member, world, false) }
    },
  },
  'conversations.open': { scopes: ['im:write', 'mpim:write'], run: openConversation },
  'conversations.info': {
    scopes: scopesToRead,
    formOnly: true,
    required: ['channel'],
    run: (args, world) => ({ channel: describeChannel(knownChannel(args.channel, world), args, world) }),
  },
  'conversations.members': {
    scopes: scopesToRead,
    formOnly: true,
    required: ['channel'],
    run: (args, world) => {
      const { members } = knownChannel(args.channel, world)
      const from = Number(args.cursor ? atob(String(args.cursor)) : 0)
      const to = from + Math.min(1000, Number(args.limit || 100))
      const next = to < members.length ? btoa(String(to)) : ''
      return { members: members.slice(from, to), response_metadata: { next_cursor: next } }
    },
  },
}

/** E-mail addresses need a scope of their own; the locale is given only when asked for. */
function describeMember(member: Member, { settings }: World, withLocale: boolean): Json {
  const realName = member.real_name ?? member.name
  const mayReadEmail = settings.scopes.includes('users:read.email')
  return {
    id: member.id,
    team_id: member.team_id ?? settings.team.id,
    name: member.name,
    real_name: realName,
    deleted: member.deleted ?? false,
    tz: member.tz ?? 'Asia/Shanghai',
    is_bot: member.is_bot ?? false,
    is_app_user: false,
    is_admin: false,
    is_owner: false,
    is_restricted: member.is_restricted ?? false,
    is_ultra_restricted: member.is_ultra_restricted ?? false,
    ...(member.is_stranger && { is_stranger: true }),
    ...(withLocale && { locale: member.locale ?? 'en-US' }),
    profile: {
      real_name: realName,
      display_name: member.name,
      team: member.team_id ?? settings.team.id,
      ...(mayReadEmail && member.email && { email: member.email }),
    },
  }
}

function openConversation(args: Json, world: World): Json {
  const { workspace } = world
  if (args.channel) return { channel: { id: knownChannel(args.channel, world).id } }
  const ids = String(args.users ?? '')
    .split(',')
    .filter(Boolean)
  if (ids.length === 0) throw new Refusal('users_list_not_supplied')
  for (const id of ids) refuseUnreachable(workspace.members.get(id))
  const channel = ids.length === 1 ? workspace.directMessages(ids[0]!) : openGroup(ids, world)
  return { channel: isTrue(args.return_im) ? describeChannel(channel, {}, world) : { id: channel.id } }
}

function refuseUnreachable(member: Member | undefined): void {
  if (!member) throw new Refusal('user_not_found')
  if (member.deleted) throw new Refusal('user_disabled')
  if (member.is_bot) throw new Refusal('cannot_dm_bot')
}

function openGroup(ids: string[], { workspace, settings }: World): Conversation {
  const members = [...ids, settings.app.botUser].toSorted()
  const same = (other: Conversation) => other.members.toSorted().join() === members.join()
  const known = [...workspace.conversations.values()].find((other) => other.id.startsWith('G') && same(other))
  const group = known ?? { id: workspace.nextId('G'), name: 'mpdm', members, is_private: true }
  workspace.conversations.set(group.id, group)
  return group
}

function scopesToRead(args: Json, { workspace }: World): string[] {
  const channel = workspace.conversations.get(String(args.channel))
  if (channel?.is_im) return ['im:read']
  return channel?.is_private ? ['groups:read', 'mpim:read'] : ['channels:read']
}

function describeChannel(channel: Conversation, args: Json, { settings, workspace }: World): Json {
  const { botUser } = settings.app
  const count = isTrue(args.include_num_members) ? { num_members: channel.members.length } : {}
  if (channel.is_im) {
    const user = channel.members.find((id) => id !== botUser)
    return {
      id: channel.id,
      is_im: true,
      user,
      is_user_deleted: workspace.members.get(user ?? '')?.deleted ?? false,
    }
  }
  return {
    id: channel.id,
    name: channel.name,
    is_channel: true,
    is_im: false,
    is_private: channel.is_private ?? false,
    is_archived: channel.is_archived ?? false,
    is_ext_shared: channel.is_ext_shared ?? false,
    is_shared: channel.is_ext_shared ?? false,
    is_member: channel.members.includes(botUser),
    context_team_id: settings.team.id,
    ...count,
  }
}
