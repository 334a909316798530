import type { Random } from './random.ts'

const surnames =
  '王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 黄/Huang 赵/Zhao 吴/Wu 周/Zhou 徐/Xu 孙/Sun 马/Ma 朱/Zhu 胡/Hu 郭/Guo 何/He 林/Lin 高/Gao 罗/Luo'
const male =
  '建国/Jianguo 志强/Zhiqiang 伟/Wei 军/Jun 勇/Yong 明辉/Minghui 国平/Guoping 海涛/Haitao 德华/Dehua 永康/Yongkang 晓东/Xiaodong 文斌/Wenbin'
const female =
  '秀英/Xiuying 丽/Li 敏/Min 静/Jing 桂芳/Guifang 玉梅/Yumei 晓红/Xiaohong 雪琴/Xueqin 佳怡/Jiayi 春兰/Chunlan 婷/Ting 海燕/Haiyan'

const pairs = (text: string) => text.split(' ').map((pair) => pair.split('/') as [string, string])
const [families, men, women] = [surnames, male, female].map(pairs) as [string, string][][]

export interface PersonName {
  name: string
  nameEn: string
  pinyin: string
  sex: 'm' | 'f'
}

export function personName(random: Random): PersonName {
  const sex = random.chance(0.6) ? 'm' : 'f'
  const [family, familyEn] = random.pick(families!)
  const [given, givenEn] = random.pick(sex === 'm' ? men! : women!)
  const pinyin = `${familyEn}${givenEn}`.toLowerCase()
  return { name: family + given, nameEn: `${familyEn} ${givenEn}`, pinyin, sex }
}
