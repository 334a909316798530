import type { Tier } from '../../src/crm/customers/tiers.ts'
import { type City, roads } from './cities.ts'
import type { Random } from './random.ts'

export interface ShopName {
  name: string
  nameEn: string
}

const pairs = (text: string): [zh: string, en: string][] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((pair) => pair.split('/') as [string, string])

const brands = pairs(`
  福满家/Fumanjia, 万佳/Wanjia, 惠民/Huimin, 百信/Baixin, 天天乐/Tiantianle, 鑫源/Xinyuan, 宏达/Hongda, 顺发/Shunfa,
  金利/Jinli, 永兴/Yongxing, 广源/Guangyuan, 泰和/Taihe, 四季/Siji, 丰华/Fenghua, 吉祥/Jixiang, 好邻居/Haolinju,
  老街坊/Laojiefang, 阳光/Yangguang, 春晖/Chunhui, 东升/Dongsheng, 南风/Nanfeng, 北辰/Beichen, 新世纪/Xinshiji,
  家家乐/Jiajiale, 佳美/Jiamei, 如意/Ruyi, 德胜/Desheng, 恒通/Hengtong, 华丰/Huafeng, 嘉诚/Jiacheng, 建安/Jian’an,
  锦绣/Jinxiu, 聚福/Jufu, 康乐/Kangle, 利民/Limin, 龙腾/Longteng, 美华/Meihua, 名门/Mingmen, 鹏程/Pengcheng,
  庆丰/Qingfeng, 荣昌/Rongchang, 瑞祥/Ruixiang, 盛世/Shengshi, 双喜/Shuangxi, 同心/Tongxin, 旺角/Wangjiao, 祥云/Xiangyun,
  小蜜蜂/Xiaomifeng, 欣欣/Xinxin, 兴隆/Xinglong, 雅居/Yaju, 益民/Yimin, 银河/Yinhe, 友谊/Youyi, 裕华/Yuhua, 源盛/Yuansheng,
  悦来/Yuelai, 长青/Changqing, 正兴/Zhengxing, 中天/Zhongtian, 众诚/Zhongcheng, 紫金/Zijin`)

const kinds: Record<Tier, [zh: string, en: string][]> = {
  distributor: pairs('饮料贸易有限公司/Beverage Trading, 食品有限公司/Foods, 商贸有限公司/Trading'),
  sub_distributor: pairs('商贸行/Trading House, 饮品经营部/Beverages, 副食商行/Provisions'),
  exclusive_sub_distributor: pairs('饮料专营店/Beverage House, 饮品专卖行/Drinks House'),
  contracted_wholesaler: pairs('批发部/Wholesale, 副食批发部/Grocery Wholesale, 饮料批发部/Drinks Wholesale'),
  direct_wholesaler: pairs('烟酒批发部/Liquor Wholesale, 食品批发部/Food Wholesale'),
  outlet: pairs(
    '超市/Supermarket, 便利店/Convenience Store, 生鲜超市/Fresh Market, 烟酒店/Liquor Store, 小卖部/Corner Shop, ' +
      '餐厅/Restaurant, 火锅店/Hotpot, 网咖/Internet Café, 食堂/Canteen, 大酒楼/Banquet Hall',
  ),
  unassigned: pairs('商行/Store, 商店/Shop'),
}

/** A name nobody in the city has yet: `taken` holds those that are. */
export function shopName(random: Random, tier: Tier, city: City, taken: Set<string>): ShopName {
  for (let tries = 0; ; tries++) {
    const candidate = nameLike(random, tier, city, tries > 0 || (tier === 'outlet' && random.chance(0.35)))
    if (taken.has(candidate.name)) continue
    taken.add(candidate.name)
    return candidate
  }
}

function nameLike(random: Random, tier: Tier, city: City, branch: boolean): ShopName {
  const [brand, brandEn] = random.pick(brands)
  const [kind, kindEn] = random.pick(kinds[tier])
  const [road, roadEn] = random.pick(roads)
  const company = tier === 'distributor'
  return {
    name: `${company ? city.name : ''}${brand}${kind}${branch ? `(${road}店)` : ''}`,
    nameEn: `${company ? `${city.nameEn} ` : ''}${brandEn} ${kindEn}${branch ? ` (${roadEn} Road)` : ''}`,
  }
}
