import { negated } from './mood.ts'

/** Words in a sentence that speak of a command without saying what is to be done; patterns over an outline. */
export const cues: Record<string, RegExp> = {
  'visit.record': /P|聊|谈|说|去了|拜访|走访|\b(?:met|visit|talk|said|says)/,
  'visit.plan':
    /约|计划|安排|再去|改[到天期]|提醒|\b(?:delay|postpone|book)|(?:^|[\s,，])D[^,，]*[KI]|\b(?:plan|book|schedule|tomorrow|next)\b/,
  'visit.missed': /没(?:去|成|见)|未去|去不了|不去|\b(?:missed|couldn't|didn't|did not)\b/,
  'visit.show': /上次|多久|去过|几次|谁去|\b(?:last|when|visits)\b/,
  'stock.report': /G[^\n]*\d|\d[^\n]*G|盘点?|剩|期[初末]|\bcount/,
  'stock.show': /库存|存货|还有多少|够不够|周报|\bstock\b/,
  'report.missing': /(?:没|未)(?:有)?(?:交|报)|欠|缺报|\b(?:missing|owe|late)\b/,
  'report.queue': /周报|报表|待审|收(?!银|款|据)|\breports?\b/,
  'stock.accept': /收|周报|报表|没问题|可以|\b(?:accept|ok|fine)\b/,
  'stock.return': /退|打回|[数量].{0,4}不对|对不上|填错|报错|重[报填]|\b(?:return|back|wrong)\b/,
  'report.excuse': /免|不用报|停业|装修|\bexcuse\b/,
  'approval.list': /审批|待批|\bapprovals?\b/,
  'approval.approve':
    /(?<![一这那几大两三成整])批(?!发)|过(?=$|[\s,，了吧])|可以|没问题|同意|行(?=$|[\s,，了吧])|\b(?:ok|approv|pass|fine)/,
  'approval.return': /退|打回|补|缺|写错|不全|不清|对不上|\b(?:return|back|missing|wrong)\b/,
  'approval.reject': /不(?:批|同意|行|能过)|拒|驳|太[高低虚多少]|\b(?:reject|not approv|declin|refus)/,
  'approval.hand_over': /让|转|交给|\b(?:pass|hand|forward)\b/,
  'contract.show': /N|合同|协议|[那这]份|签|(?<![一这大整])批(?!发)|\b(?:contract|agreement)\b/,
  'contract.submit': /(?:N|合同|协议|[那这]份).*[交报]|\bsubmit/,
  'contract.draft': /合同|协议|续签|\b(?:contract|agreement|draft)\b/,
  'customer.create': /新开|新店|新客户|开发|建(?:一?[个下]|档)|\bnew (?:customer|shop|outlet|store)\b/,
  'customer.edit': /改|换|搬|电话|地址|关[门店]|流失|\b(?:phone|address|change|moved|closed|mark)/,
  'customer.find': /查|找|哪[家个]|有没有|\b(?:find|search|look|which)\b/,
  'contact.add': /新来|联系人|换人|换了|新的?(?=P)|\b(?:contact|buyer|manager|add)\b/,
  'contact.edit': /P.*(?:电话|手机|号|换|改)|联系人|T/,
  'leave.add': /假|不在(?!意)|[请休].{0,2}天|体检|医院|不舒服|\b(?:leave|off|sick|away)\b/,
  'leave.cancel': /假.*(?:不|取消|销)|销假|\bcancel.*leave\b/,
  'digest.show': /今天|今日|安排|要做|待办|日程|风险|流失|\b(?:today|to-?do|day)\b/,
  'digest.weekly': /[本这上]周|整体|业绩|简报|\bweek/,
  'reminder.snooze': /提醒|晚点|等会|\bremind/,
  help: /怎么|如何|能不能|会不会|帮助|\b(?:how|help|can)\b/,
  undo: /撤|删|取消|[搞弄写记]错|刚才|\b(?:undo|wrong|mistake)\b/,
}

/** What somebody says that it is not to be, or was not, is not what they want. */
export const refused: Record<string, RegExp> = {
  'approval.approve': new RegExp(
    `${negated('批|过|说?可以|同意|通过|行|放行|签|approv').source}|(?:等|才|再|要是|如果)[^,，。]*[批过]`,
    'u',
  ),
  'approval.return': negated('退|打回|return|send'),
  'approval.reject': negated('拒绝|驳回|reject|declin'),
  'approval.hand_over': negated('转|交给|hand|pass'),
  'contract.submit': negated('提交|交|报|送|submit'),
  'stock.accept': negated('收|接收|通过|过|accept'),
  'stock.return': negated('退|打回|return|send'),
  'leave.add': /假.*(?:不|取消|销)|[不没]有?[请休]|销假|\bcancel/,
  'customer.create': negated('建|新建|录|登记|create|add'),
}
