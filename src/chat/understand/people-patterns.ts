import { surnames } from './surnames.ts'

const title =
  '(?:老板娘?|店长|副?总经理|采购经理|大?经理|总监|主任|主管|会计|采购员?|先生|女士|小姐|师傅|老师|部长|科长|厂长|董事长|负责人|总|哥|姐|工|太太|夫人|阿姨|叔)'
const titleAlone =
  '(?:老板娘|老板|店长|副店长|总经理|采购经理|店经理|经理|采购|会计|财务|负责人|主管|收银员?|店员|仓管员?|库管员?|收货员|理货员|导购员?|促销员|业务员|主任|董事长)'

const bareTitle = new RegExp(`^${titleAlone}$`, 'u')
/** 老板 without a name may be anybody's. */
export const isBareTitle = (said: string): boolean => bareTitle.test(said)

/** Between 跟 and 聊, or before 说: there a name needs no title. */
const withWhom = '(?:跟|和|与|同|找|约了?|见了?|见到了?|碰到了?|遇到了?)'
const talking = '(?:聊|谈|沟通|讨论|商量|交流|说|确认|对接|见|碰)'
const noName =
  '他们?|她们?|我们?|你们?|大家|客户|对方|店里|人家|那边|这边|店家|他家|它|谁|老板们?|店员们?|厂家|公司|同事|业务'

const twoCharacters =
  '欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|独孤|南宫|宇文|闻人|东郭|澹台'

/** 关于老板, 向老板, 和老板娘: these are words before a title, unless one of them stands behind another such word. */
const family = `(?:(?![和向于连时成])[${surnames}]|(?<=[跟与同找见])[和向于连时成]|(?<=^|[\\s,，。和])于)`

/** How people are spoken of who are not on file: `name` is theirs. */
export const peoplePatterns = [
  new RegExp(`(?<name>(?:${twoCharacters})[\\u4e00-\\u9fff]{0,2}?${title})`, 'gu'),
  new RegExp(`(?<=^|[\\s,，。跟和与同找见对向给])(?<name>${family}[\\u4e00-\\u9fff]{1,2}${title})`, 'gu'),
  new RegExp(`(?<name>${family}${title})`, 'gu'),
  new RegExp(
    `(?<name>(?!小时|小区|小店|小路|小车|老时|老店|老路|大家|大区|大路|大方|大华|大时|大宗|老方|老古)[小老阿大][${surnames}](?![\\u4e00-\\u9fff]?(?:时候|家)))`,
    'gu',
  ),
  new RegExp(
    `(?<=${withWhom})(?!(?:${noName})${talking})(?<name>[\\u4e00-\\u9fff]{2,3}?)(?=${talking})`,
    'gu',
  ),
  new RegExp(`(?<![\\u4e00-\\u9fff]的)(?<name>${titleAlone})`, 'gu'),
  /\b(?<name>(?:manager|mr|mrs|ms|miss|boss|director|accountant|buyer|owner|store manager)\.? (?!(?:about|and|at|in|on|of|to|who|said|the|that|instead|wants?|wanted|is|was|not|complained|asked|says|told|will|would|has|had|did|does|thinks?|agreed|promised|refused|mentioned|can|could|may|might|also|just|here|there|today|yesterday)\b)[a-z]+)\b/g,
  /(?<=\b(?:talked|spoke|chatted|talk|speak|met|meeting|saw)(?: up)?(?: to| with)? )(?!(?:the|a|an|him|her|them|us|me|it|about|with|to|on|at|in|our|their|his)\b)(?<name>[a-z]{2,12})(?= (?:about|on|regarding|re|who|he|she|said|and|instead)\b|[,.;]|$)/g,
  /\b(?:the )?(?<name>store manager|shop manager|manager|owner|boss|buyer|accountant)\b(?= (?:said|says|wants|wanted|told|asked|complained|mentioned|thinks|about|instead)|[,.;]|$)/g,
]
