/** Where the offices are: what addresses and telephone numbers there look like. */
export interface City {
  office: string
  name: string
  nameEn: string
  region: string
  areaCode: string
  postcode: string
  districts: [zh: string, en: string][]
}

const city = (
  office: string,
  [name, nameEn, region]: [string, string, string],
  [areaCode, postcode]: [string, string],
  districts: string,
): City => ({
  office,
  name,
  nameEn,
  region,
  areaCode,
  postcode,
  districts: districts.split(' ').map((pair) => pair.split('/') as [string, string]),
})

export const cities: City[] = [
  city(
    'SHA',
    ['上海', 'Shanghai', '上海'],
    ['021', '200'],
    '浦东新区/Pudong 徐汇区/Xuhui 静安区/Jing’an 杨浦区/Yangpu 闵行区/Minhang',
  ),
  city(
    'HGH',
    ['杭州', 'Hangzhou', '浙江'],
    ['0571', '310'],
    '西湖区/Xihu 拱墅区/Gongshu 滨江区/Binjiang 萧山区/Xiaoshan',
  ),
  city(
    'NKG',
    ['南京', 'Nanjing', '江苏'],
    ['025', '210'],
    '玄武区/Xuanwu 鼓楼区/Gulou 建邺区/Jianye 江宁区/Jiangning',
  ),
  city(
    'CAN',
    ['广州', 'Guangzhou', '广东'],
    ['020', '510'],
    '天河区/Tianhe 越秀区/Yuexiu 海珠区/Haizhu 番禺区/Panyu',
  ),
  city(
    'SZX',
    ['深圳', 'Shenzhen', '广东'],
    ['0755', '518'],
    '南山区/Nanshan 福田区/Futian 宝安区/Bao’an 龙岗区/Longgang',
  ),
  city(
    'XMN',
    ['厦门', 'Xiamen', '福建'],
    ['0592', '361'],
    '思明区/Siming 湖里区/Huli 集美区/Jimei 同安区/Tong’an',
  ),
  city(
    'CTU',
    ['成都', 'Chengdu', '四川'],
    ['028', '610'],
    '锦江区/Jinjiang 武侯区/Wuhou 成华区/Chenghua 双流区/Shuangliu',
  ),
  city(
    'CKG',
    ['重庆', 'Chongqing', '重庆'],
    ['023', '400'],
    '渝中区/Yuzhong 江北区/Jiangbei 南岸区/Nan’an 沙坪坝区/Shapingba',
  ),
]

export const roads: [zh: string, en: string][] = (
  '人民路/Renmin 中山路/Zhongshan 解放路/Jiefang 建设路/Jianshe 和平路/Heping 新华路/Xinhua 文化路/Wenhua 学府路/Xuefu ' +
  '滨江路/Binjiang 湖滨路/Hubin 长江路/Changjiang 黄河路/Huanghe 朝阳路/Chaoyang 东风路/Dongfeng 胜利路/Shengli 复兴路/Fuxing ' +
  '健康路/Jiankang 光明路/Guangming 花园路/Huayuan 体育路/Tiyu 工业路/Gongye 科技路/Keji 迎宾路/Yingbin 青年路/Qingnian'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string])
