import { friday, type Row, row, today } from './row.ts'

const leave = (says: string, input: Row['input'], more: Parameters<typeof row>[3] = {}) =>
  row(says, 'leave.add', input, more)

const leaves: Row[] = [
  leave('我下周三下午请假', { from: '2026-12-02', to: '2026-12-02', half: 'pm' }),
  leave('下周三下午请假', { from: '2026-12-02', to: '2026-12-02', half: 'pm' }),
  leave('请假 下周三下午', { from: '2026-12-02', to: '2026-12-02', half: 'pm' }),
  leave('麻烦帮我请下周三下午的假', { from: '2026-12-02', to: '2026-12-02', half: 'pm' }),
  leave('下周三下午我要请个假 家里有事', { from: '2026-12-02', to: '2026-12-02', half: 'pm' }),
  leave('明天请假', { from: '2026-11-25', to: '2026-11-25' }),
  leave('明天请假一天', { from: '2026-11-25', to: '2026-11-25' }),
  leave('明天上午休假', { from: '2026-11-25', to: '2026-11-25', half: 'am' }),
  leave('12月1日到12月3日请假', { from: '2026-12-01', to: '2026-12-03' }),
  leave('我12月1号到3号请年假', { from: '2026-12-01', to: '2026-12-03' }),
  leave('下周一到周三休假', { from: '2026-11-30', to: '2026-12-02' }),
  leave('周五请病假', { from: friday, to: friday }),
  leave('周三起请假三天', { from: '2026-11-25', to: '2026-11-27' }),
  leave('周五请假两天', { from: friday, to: '2026-11-28' }, { asks: ['to'] }),
  leave('明天请假半天', { from: '2026-11-25', to: '2026-11-25' }, { asks: ['half'] }),
  leave('从明天开始请假', { from: '2026-11-25' }, { asks: ['to'] }),
  leave('请假', {}, { asks: ['from'] }),
  leave('昨天请假', {}, { asks: ['from'] }),
  leave('leave next Wednesday afternoon', {}, { offers: { from: ['2026-12-02', '2026-11-25'] } }),
  leave("I'm off on Friday", { from: friday, to: friday }),
  leave('taking a day off tomorrow', { from: '2026-11-25', to: '2026-11-25' }),
  leave('leave from 1 Dec to 3 Dec', { from: '2026-12-01', to: '2026-12-03' }),
  leave('我下周三请假，由钱磊代班', { from: '2026-12-02', to: '2026-12-02', standIn: 'qian' }),
  row('取消请假', 'leave.cancel', {}),
  row('明天不请假了', 'leave.cancel', { date: '2026-11-25' }),
  row('销假', 'leave.cancel', {}),
  row('cancel my leave', 'leave.cancel', {}),
]

const preference = (says: string, command: string, on: boolean) =>
  row(says, 'preference.save_at_once', { command, on })

const preferences: Row[] = [
  preference('以后拜访直接保存', 'visit.record', true),
  preference('拜访记录不用确认了', 'visit.record', true),
  preference('以后报库存直接保存，不用问我', 'stock.report', true),
  preference('save visits at once', 'visit.record', true),
  preference('以后拜访先确认', 'visit.record', false),
  preference('拜访不要直接保存', 'visit.record', false),
  preference('请假还是先给我确认一下', 'leave.add', false),
  preference('confirm visits first', 'visit.record', false),
  row('直接保存', 'preference.save_at_once', { on: true }, { asks: ['command'] }),
]

const snooze = (says: string, input: Row['input'], asks?: string[]) =>
  row(says, 'reminder.snooze', input, asks && { asks })

/** Each is put off to the very moment that was said, or asked about. */
const snoozes: Row[] = [
  snooze('两小时后提醒我', { date: today, time: '12:00' }),
  snooze('半小时后提醒我', { date: today, time: '10:30' }),
  snooze('一个半小时后提醒', { date: today, time: '11:30' }),
  snooze('稍后提醒 两小时', { date: today, time: '12:00' }),
  snooze('稍后提醒 90分钟', { date: today, time: '11:30' }),
  snooze('remind me in 2 hours', { date: today, time: '12:00' }),
  snooze('snooze 30 minutes', { date: today, time: '10:30' }),
  snooze('今天下午三点提醒我', { date: today, time: '15:00' }),
  snooze('中午提醒我', { date: today, time: '12:00' }),
  snooze('明天下午提醒我', { date: '2026-11-25', time: '14:00' }),
  snooze('remind me tomorrow afternoon', { date: '2026-11-25', time: '14:00' }),
  snooze('周五下午提醒我', { date: friday, time: '14:00' }),
  snooze('snooze until next Monday afternoon', { date: '2026-11-30', time: '14:00' }),
  snooze('晚上提醒我', { date: today }, ['time']),
  snooze('明晚提醒我', { date: '2026-11-25' }, ['time']),
  snooze('remind me tonight', { date: today }, ['time']),
  snooze('早上提醒我', { date: today }, ['time']),
  snooze('8点半提醒我', {}, ['date']),
  snooze('下周提醒我', {}, ['date']),
  snooze('明天和后天提醒我', {}, ['date']),
  snooze('提醒我给永盛送货', {}, ['']),
  snooze('remind me after lunch', {}, ['']),
]

const conversation: Row[] = [
  row('帮助', 'help'),
  row('?', 'help'),
  row('？', 'help'),
  row('help', 'help'),
  row('怎么用', 'help'),
  row('你能做什么', 'help'),
  row('这个怎么用啊', 'help'),
  row('what can you do?', 'help'),
  row('你好', null),
  row('在吗', null),
  row('今天天气不错', null),
  row('哈哈哈', null),
  row('asdfghjkl', null),
  row('撤销', 'undo'),
  row('撤回刚才那条', 'undo'),
  row('undo that', 'undo'),
  row('日报', 'digest.show'),
  row('今天有什么事', 'digest.show', { which: 'daily' }),
  row('我今天的待办', 'digest.show', { which: 'daily' }),
  row('today', 'digest.show'),
  row('周报', 'digest.weekly'),
  row('稍后提醒 1小时', 'reminder.snooze', { until: '1h' }),
  row('一小时后再提醒我', 'reminder.snooze', { until: '1h' }),
  row('明天上午再提醒', 'reminder.snooze', { until: 'tomorrow' }),
  row('稍后提醒 下午', 'reminder.snooze', { until: 'afternoon' }),
  row('周五再提醒我', 'reminder.snooze', { date: friday }),
  row('snooze 1 h', 'reminder.snooze', { until: '1h' }),
  row('remind me later, tomorrow morning', 'reminder.snooze', { until: 'tomorrow' }),
  ...snoozes,
  row('订阅周报', 'digest.subscribe', {}, { as: 'wang' }),
  row('退订周报', 'digest.unsubscribe', {}, { as: 'wang' }),
]

export const otherRows: Row[] = [...leaves, ...preferences, ...conversation]
void today
