/** The figures of a stock line and what people call them. */
export type Figure = 'opening' | 'received' | 'inTransit' | 'closing' | 'adjustment' | 'gifts'

const lastWeek = '上个?(?:周|礼拜|星期)'

/** One character alone is a label only right before a number: 原20 进30 现25. */
const beforeNumber = (label: string) => `${label}(?=\\s*[\\d一二三四五六七八九十])`

/** The longer ones first. `-1`: the words themselves say that it is less. */
export const figureWords: [figure: Figure | 'sold', pattern: string, sign?: -1][] = [
  [
    'inTransit',
    '(?:还|都|正)*(?:在途(?:中|量|库存|的)?|在?(?:半)?路上(?:还有|的)?|在?途中|在?运输(?:途)?中|在送|没(?:送|运)?到(?:的|货)?|未(?:送|运)?到货?)|在送货|还(?:要|会|得|有得)?(?:再)?(?:来货?|到货?|送来)(?!了)|(?:明|后|明后)天(?:还|再|会|要|能|才|上午|下午)*(?:来货?|到货?|送来|送到)(?!了)|in transit|on (?:the|its|their) (?:way|road)|en route|transit|incoming',
  ],
  [
    'opening',
    `期初(?:库存|数)?|上期(?:库存|结存|期末|结余|末)?|${lastWeek}的?(?:库存|结存|结余|末|还?剩下?|存|原来有?|原有|有)|原有|原来(?:有)?|原库存|月初(?:库存|有)?|周初(?:库存)?|初始(?:库存)?|opening(?: stock)?|opened (?:with|at|on)|open(?=[ :]*\\d)|started (?:with|at|on)|start|${beforeNumber('[原初]')}`,
  ],
  ['adjustment', '退回去?了?|退货?了?|报损|损耗|破损|盘亏|returned|returns?|damaged', -1],
  ['adjustment', '调整|盘盈|adjust(?:ed|ment)?'],
  ['gifts', '赠品?|搭赠|送了?(?![了货来到客顾])|gifts?|free'],
  [
    'received',
    '进货?(?:了|量)?|进了货?|到货?(?:了|量)?|收货?(?:了|到|量)?|送?来货?了?|送到了?|补货了?|补了|补(?=\\d)|入库了?|新进|新到|took (?:delivery of|in)|received|receipts?|receive|rcvd|recd|deliver(?:y|ies)|arrived|delivered|bought|got|came in|purchased|in',
  ],
  [
    'sold',
    '卖了|走了(?=\\s*[\\d一二两三四五六七八九十百半])|卖出|卖掉|销量|销售|销了|售出|出货|动销|出了|sold',
  ],
  [
    'closing',
    `期末(?:库存|数)?|实地库存|实际库存|实盘(?:数|库存)?|在库(?:数|量)?|实点|[盘点](?:得|到|出来?|下来)|现有库存|当前库存|目前库存|剩余库存|库存(?:量|数|表|情况|明细|是|为)?|盘点完?(?:数|是|为|了|结果)?|盘存|盘完?了?|实存|结存|结余|存货?|现存|还剩下?|剩余|剩下?|还有|现在有|现有|目前|余|另外?有|外加|加上|[只仅就](?:剩下?|有|存|还有|还剩)|(?<![没未])有|closing(?: stock)?|closed with|close(?=[ :]*\\d)|stocks?(?: is| at)?|down to|left(?: on the (?:shelf|shelves|floor))?|on the (?:shelf|shelves)|remaining|remains?|counted|count|on hand|in stock|now|have|has|still|${beforeNumber('[现末]')}`,
  ],
]

export const soldOutWords =
  '(?:都|也|已经?|全部?)*(?:没有了|没了(?![解断结])|没货了?|无货|断货了?|缺货了?|卖完了?|卖光了?|售罄|空了|清空了?|没有库存|没有(?=[\\s,，、。;；]|G|$)|无(?=[\\s,，、。;；]|$)|没剩(?:了|下)?|不剩了?|[一半](?:箱|件|瓶|提|听|罐|盒|桶|包|个)(?:都|也)?(?:没有?|不)剩?(?:了|下)?|sold out|(?:ran|run) out(?! of)|out of stock|none left|all gone|gone|empty|none|nil)'

const no = '(?:都|也|全|本周|这周)*(?:没有?|未|无|没有任何)(?:再|新)?'

/** What was not: 没进货. Something 没到货 with a number behind it is on the way. */
export const noneWords: [figure: Figure, pattern: string][] = [
  [
    'received',
    `(?<!还)${no}(?:进货|进新?货?|到货|收货|收到货?|补货|来货|入库)(?:过|了)?(?![\\d一二两三四五六七八九十半])|(?:no deliver(?:y|ies)|nothing (?:received|arrived|came in)|received (?:none|nothing))`,
  ],
  ['inTransit', `${no}在途(?:货|的)?|nothing in transit`],
  ['adjustment', `${no}退货`],
]
