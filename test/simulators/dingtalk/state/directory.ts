/** A person as DingTalk knows them. People outside the organisation have no staffId. */
export interface Human {
  key: string
  staffId?: string
  unionId: string
  senderId: string
  name: string
  mobile: string
  email?: string
  active: boolean
  admin: boolean
}

export type NewStaff = { staffId: string; name: string } & Partial<Omit<Human, 'key' | 'senderId'>>

export interface Group {
  /** openConversationId */
  id: string
  title: string
  /** Keys of the members: the staffId, or the key of an outsider. */
  members: string[]
  /** The robot has been added to the group. */
  hasRobot: boolean
}

export type NewGroup = { id: string; title?: string; members: string[]; hasRobot?: boolean }

export interface Conversation {
  id: string
  kind: 'single' | 'group'
  title?: string
  members: string[]
}

export type Directory = ReturnType<typeof createDirectory>

export function createDirectory(people: NewStaff[], newGroups: NewGroup[]) {
  const humans = new Map<string, Human>()
  const groups = new Map<string, Group>()

  const hires = (staff: NewStaff): Human => {
    const human = {
      unionId: `union-${staff.staffId}`,
      mobile: '',
      active: true,
      admin: false,
      ...staff,
      key: staff.staffId,
      senderId: `$:LWCP_v1:$${staff.staffId}`,
    }
    humans.set(human.key, human)
    return human
  }
  const forms = (group: NewGroup): Group => {
    const formed = { title: group.id, hasRobot: true, ...group }
    groups.set(formed.id, formed)
    return formed
  }
  const meets = (name: string): Human => {
    const known = humans.get(name)
    if (known) return known
    const ids = { key: name, unionId: `union-${name}`, senderId: `$:LWCP_v1:$${name}` }
    const human = { ...ids, name, mobile: '', active: true, admin: false }
    humans.set(name, human)
    return human
  }
  people.forEach(hires)
  newGroups.forEach(forms)

  const staff = () => [...humans.values()].filter((human) => human.staffId)
  return {
    groups,
    /** Adds somebody to the organisation. */
    hires,
    /** Makes a group. */
    forms,
    /** Somebody from outside the organisation, made on first sight. */
    meets,
    /** Takes somebody out of the organisation. */
    leaves: (staffId: string) => humans.delete(staffId),
    byKey: (key: string) => humans.get(key),
    byStaffId: (staffId: string) => (humans.get(staffId)?.staffId ? humans.get(staffId) : undefined),
    byUnionId: (unionId: string) => staff().find((human) => human.unionId === unionId),
    byMobile: (mobile: string) => staff().find((human) => human.mobile === mobile),
    /** The one-to-one conversation of a person with the robot. Its id is no address for anything. */
    single: (human: Human): Conversation => ({
      id: `cid-single-${human.key}`,
      kind: 'single',
      members: [human.key],
    }),
    group: (id: string): Conversation | undefined => {
      const group = groups.get(id)
      return group && { id, kind: 'group', title: group.title, members: group.members }
    },
  }
}
