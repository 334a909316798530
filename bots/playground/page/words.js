/** What the page itself says, in the language of whoever is chosen. Functions take what stands in the middle. */
export const words = {
  zh: {
    send: '发送',
    say: '像平时一样说一句…',
    clock: '公司时间',
    clockHint: '往前拨，看看到时候谁会收到什么。途中每个到期的时刻都会停一下。',
    go: '拨到',
    jumps: {
      hour: '+1 小时',
      tomorrow: '明早 9 点',
      monday: '下周一 9 点',
      deadline: '下周一 13 点',
      late: '下周一 15 点',
    },
    surface: '模拟平台的限制',
    noRedraw: '消息不可更新（临时消息）',
    late: '先应答，后回消息',
    noForms: '表单触发已过期',
    short: '消息最多 300 字',
    told: '刚收到消息的人',
    nobody: '这段时间没有人收到消息。',
    offline: '连不上服务，没有发出去。请看服务是否在运行，再发一次。',
    busy: '数据库正忙，什么都没有保存，请过一会儿再发一次。',
    broken: '这边出错了，已记入日志，请过一会儿再试。',
    noPeople: '公司里还没有人。请先导入：npm run people -- people.csv，再刷新本页。',
    moved: (to) => `时间到了 ${to}`,
    roles: {
      rep: '业务代表',
      team_lead: '主管',
      office_head: '办事处主任',
      info_clerk: '信息员',
      unit_manager: '业务经理',
      sales_admin: '销售管理部',
      admin: '系统管理员',
    },
  },
  en: {
    send: 'Send',
    say: 'Say it as you would…',
    clock: 'Company time',
    clockHint: 'Move it forward and see who is told what. It stops at every due moment on the way.',
    go: 'Go',
    jumps: {
      hour: '+1 hour',
      tomorrow: 'Tomorrow 9:00',
      monday: 'Next Monday 9:00',
      deadline: 'Next Monday 13:00',
      late: 'Next Monday 15:00',
    },
    surface: 'Limits of a platform',
    noRedraw: 'Messages cannot be redrawn (ephemeral)',
    late: 'Acknowledge first, answer later',
    noForms: 'The trigger of a form has expired',
    short: 'Messages of 300 characters at most',
    told: 'Who was just told something',
    nobody: 'Nobody was told anything in that time.',
    offline: 'No connection, nothing was sent. See whether the service runs, then send it again.',
    busy: 'The database is busy, nothing was saved. Please send it again in a moment.',
    broken: 'Something went wrong here, and it is in the log. Please try again in a moment.',
    noPeople: 'Nobody is in the company yet. Import people first: npm run people -- people.csv, then reload.',
    moved: (to) => `It is now ${to}`,
    roles: {
      rep: 'rep',
      team_lead: 'team lead',
      office_head: 'office head',
      info_clerk: 'info clerk',
      unit_manager: 'unit manager',
      sales_admin: 'sales admin',
      admin: 'admin',
    },
  },
}

/** What to try, by role; with the person's own customers. */
export function suggestions(person, { customers }) {
  const [first, second = first] = customers
  const zh = person.language !== 'en'
  const name = first?.name ?? (zh ? '客户名称' : 'the customer')
  const contact = first?.contacts[0]?.name ?? (zh ? '店长' : 'the manager')
  const field = zh
    ? [
        `拜访${name} 跟${contact}聊了国庆堆头 下周二再去`,
        `报库存 ${name}`,
        `查客户 ${(second?.name ?? name).slice(0, 2)}`,
        `起草合同 ${name}`,
        '日报',
      ]
    : [
        `visited ${name}, talked to ${contact} about the display, back next Tuesday`,
        `report stock ${name}`,
        `find ${(second?.name ?? name).slice(0, 2)}`,
        `new contract ${name}`,
        'my day',
      ]
  const desk = zh
    ? ['待审批', '谁还没交周报', '周报', `查客户 ${name}`, '订阅周报']
    : ['approvals', 'who has not reported', 'weekly digest', `find ${name}`, 'subscribe weekly']
  const list =
    person.role === 'rep' ? field : person.role === 'team_lead' ? [...field.slice(0, 2), ...desk] : desk
  return [...list, zh ? '帮助' : 'help']
}
