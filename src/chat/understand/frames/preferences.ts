import { fieldsOf } from '../command-fields.ts'
import { optionSaid } from '../option-said.ts'
import type { Reading } from '../reading.ts'
import type { Frame } from './frame.ts'

const kinds =
  '(?:拜访计划|计划拜访|拜访记录|拜访|走访|跟进|进销存|库存|周报|盘点|请假|休假|联系人|visits?|plans?|stock reports?|stock|reports?|leave|contacts?)'
const atOnce =
  '(?:直接|自动|马上|立即)(?:保存|存|记)(?:吧|了)?|(?:不用|不要|不必|免|别|无需)(?:再|给我|让我|每次)*(?:确认|问)(?:了)?'
const first =
  '先(?:给我|让我)?(?:确认|看看?|问(?:我)?)(?:一下)?(?:再(?:保存|存|记))?|(?:要|需要|恢复|还是)(?:先)?(?:给我)?确认|(?:不要|不用|别|取消|关闭)(?:再)?(?:直接|自动)(?:保存|存|记)'
const atOnceEn =
  "save (?:\\w+ )*?at once|save (?:\\w+ )*?(?:directly|immediately|without (?:asking|confirming|confirmation))|(?:don't|do not|no need to) (?:ask|confirm)"
const firstEn =
  "confirm (?:\\w+ )*?first|(?:ask|show) me (?:first|before)|(?:don't|do not|stop) sav(?:e|ing) (?:\\w+ )*?at once"

const said = new RegExp(`${first}|${atOnce}|${firstEn}|${atOnceEn}`, 'u')
const ofKind = new RegExp(kinds, 'u')
const off = new RegExp(`${first}|${firstEn}`, 'u')

export const preferenceFrame: Frame = {
  command: 'preference.save_at_once',
  says: [new RegExp(`${first}|${atOnce}`, 'gu'), new RegExp(`\\b(?:${firstEn}|${atOnceEn})\\b`, 'g')],
  own: new RegExp(
    `${kinds}|以后|今后|从现在起|每次|都|的|记录|把|将|我|就|for|from now on|my|all|always`,
    'gu',
  ),
  shape: ({ outline: { text } }) => (said.test(text) && ofKind.test(text) ? 9 : 0),
  fill,
  whole: true,
}

function fill({ sentence, command, input }: Reading): void {
  const { text } = sentence.outline
  const field = fieldsOf(command.input).find(([name]) => name === 'command')![1]
  const kind = optionSaid(field, text.replace(/save at once/g, ' '))
  if (kind) input.command = kind.value
  input.on = !off.test(text)
}
