import { fieldsOf } from '../command-fields.ts'
import { readCustomer } from '../customer-field.ts'
import { optionSaid } from '../option-said.ts'
import type { Reading } from '../reading.ts'
import type { Frame } from './frame.ts'
import { fillNewCustomer } from './new-customer.ts'
import { fillContactChange, fillNewContact } from './person-records.ts'
import { changing, fillLabelled, fillPhone, recordLabel } from './record-values.ts'
import { changeTold, contactTold, marked, newCustomerTold, opened, toBeKept } from './records-told.ts'

export const recordFrames: Frame[] = [
  {
    command: 'customer.create',
    shape: newCustomerTold,
    says: [
      opened,
      toBeKept,
      /(?:新[增开建]?|增加|添加|加|建|录入?|登记|注册|开发了?)(?:了?一?[个家])?(?:新的?)?(?:客户|门店|网点)(?!的|联系|卡|情况|资料)|\b(?:new|add|create|register)(?: a)?(?: new)? customer\b/g,
    ],
    fill: fillNewCustomer,
    whole: true,
  },
  {
    command: 'customer.edit',
    says: [
      new RegExp(
        `(?<=K)(?:换|改|变)了?${recordLabel}了?|(?<=K)改名(?:叫|为|成)?|(?<=K的?(?:店里的?)?)${recordLabel}${changing}|${changing}(?=K的?${recordLabel})|(?:修改|更改|更新|变更)(?=K)|(?:change|update|edit)(?= (?:the )?(?:(?:${recordLabel} (?:of|for) )?K|${recordLabel} (?:of|for) [a-z]|[a-z][a-z' -]{2,30} ${recordLabel}(?![a-z])))`,
        'gu',
      ),
    ],
    own: new RegExp(`新?${recordLabel}|${changing}|把|将|新|了|叫|为`, 'gu'),
    shape: changeTold,
    fill: fillChange,
    whole: true,
  },
  {
    command: 'contact.add',
    // 新来的王店长 聊了堆头, 新来了一批货: no record of a person.
    foreign: /聊|谈|说|一批|货|G/,
    shape: contactTold,
    says: [
      /(?<=K[^,，。]{0,3})(?:加|添)了?一?[个位](?!新?的?(?:联系|负责|对接)人)(?=\p{Script=Han}|P)|(?<=K[^,，。]{0,4})新来了?(?:一?[个位])?(?:新)?|来了?(?:一?[个位])新(?:的|来的)?(?=P)|新(?:来的|的)(?=P)|(?:新[增建]?|增加|添加|加|建|录入?|登记|补)(?:了?一?[个位])?(?:新的?)?(?:联系人|负责人|对接人)|(?:联系人|负责人)(?:新增|添加|增加|登记)|\b(?:new|add|create)(?: a)?(?: new)? contact\b/gu,
    ],
    fill: fillNewContact,
    whole: true,
  },
  {
    command: 'contact.edit',
    says: [
      /(?:修改|更改|更新|变更|改)(?:联系人)(?:的)?/g,
      new RegExp(
        `(?<=P的?)${recordLabel}${changing}|(?<=P)换了?(?:手机|电话|号码?)了?|(?<=P的?)新?(?:手机|电话|号)(?:号码?)?(?:现在|是|为|[:：\\s])*(?=T)`,
        'gu',
      ),
    ],
    own: new RegExp(`${recordLabel}|${changing}|把|将|的`, 'gu'),
    fill: fillContactChange,
    whole: true,
  },
]

async function fillChange(reading: Reading): Promise<void> {
  await readCustomer(reading, {
    words: new RegExp(
      `修改客户|改客户|更新客户|编辑客户|修改|更新|${recordLabel}|${changing}|把|将|的|\\b(?:change|update|edit|the|of|for|to)\\b|'s\\b`,
      'u',
    ),
  })
  fillLabelled(reading, new Set(['despite', 'customer']))
  fillStatus(reading)
  fillPhone(reading, 'phone')
  const { customer, ...changes } = reading.input
  if (customer && Object.keys(changes).length === 0 && reading.asks.length === 0)
    reading.why.push('nothing to change was said: the form asks')
}

function fillStatus({ command, input, sentence }: Reading): void {
  const { status, gone } = marked.exec(sentence.outline.text)?.groups ?? {}
  const field = fieldsOf(command.input).find(([name]) => name === 'status')?.[1]
  const option = field && optionSaid(field, status ?? gone ?? '')
  if (option) input.status ??= option.value
}
