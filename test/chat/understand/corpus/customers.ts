import { deshun, huaihai, hualian, type Row, renmin, row, yangpu, yongsheng, zhabei } from './row.ts'

const lookups: Row[] = [
  row('华联超市', 'customer.show', { customer: hualian }),
  row('华联', 'customer.show', { customer: hualian }),
  row('hlcs', 'customer.show', { customer: hualian }),
  row('HLCS', 'customer.show', { customer: hualian }),
  row('hualian', 'customer.show', { customer: hualian }),
  row('hualianchaoshi', 'customer.show', { customer: hualian }),
  row('KH000001', 'customer.show', { customer: hualian }),
  row('KH1', 'customer.show', { customer: hualian }),
  row('1234', 'customer.show', { customer: hualian }),
  row('客户 华联', 'customer.show', { customer: hualian }),
  row('看看华联', 'customer.show', { customer: hualian }),
  row('华联超市的情况', 'customer.show', { customer: hualian }),
  row('华联的电话是多少', 'customer.show', { customer: hualian }),
  row('华联最近怎么样', 'customer.show', { customer: hualian }),
  row('帮我看一下永盛的资料', 'customer.show', { customer: yongsheng }),
  row('show customer Hualian', 'customer.show', { customer: hualian }),
  row('大润发', 'customer.show', {}, { offers: { customer: [zhabei, yangpu] } }),
  row('华连超市', 'customer.show', { customer: hualian }),
  row('查客户 华联', 'customer.find', { query: '华联' }),
  row('查 大润发', 'customer.find', { query: '大润发' }),
  row('找一下佳佳便利店', 'customer.find', { query: '佳佳便利店' }),
  row('搜索 沃尔玛', 'customer.find', { query: '沃尔玛' }),
  row('查客户 尾号1234', 'customer.find', { query: '1234' }),
  row('find Hualian', 'customer.find', { query: 'Hualian' }),
  row('look up RT-Mart', 'customer.find', { query: 'RT-Mart' }),
  row('查客户', 'customer.find', {}, { asks: ['query'] }),
]

const records: Row[] = [
  row('新建客户 好邻居便利店 终端门店 王店长 13812345678', 'customer.create', {
    name: '好邻居便利店',
    tier: 'outlet',
    contact: '王店长',
    phone: '13812345678',
  }),
  row(
    '新客户 福满家超市，电话021-55512345，地址人民路1号',
    'customer.create',
    {
      name: '福满家超市',
      phone: '021-55512345',
      address: '人民路1号',
    },
    { asks: ['tier'] },
  ),
  row('新增一个客户叫好邻居便利店 终端', 'customer.create', { name: '好邻居便利店', tier: 'outlet' }),
  row('帮我建个客户 宏达商贸行 分销商 电话13800138000', 'customer.create', {
    name: '宏达商贸行',
    tier: 'sub_distributor',
    phone: '13800138000',
  }),
  row('new customer Good Neighbour Mart, outlet, Manager Wang 13812345678', 'customer.create', {
    name: 'Good Neighbour Mart',
    tier: 'outlet',
    contact: 'Manager Wang',
    phone: '13812345678',
  }),
  row('新建客户', 'customer.create', {}, { asks: ['name', 'tier'] }),
  row('修改客户 华联 电话 021-55512345', 'customer.edit', { customer: hualian, phone: '021-55512345' }),
  row('华联的电话改成021-55512345', 'customer.edit', { customer: hualian, phone: '021-55512345' }),
  row('把永盛的地址改为淮海路88号', 'customer.edit', { customer: yongsheng, address: '淮海路88号' }),
  row('华联超市地址变了，改到人民路12号', 'customer.edit', { customer: hualian, address: '人民路12号' }),
  row('德顺的等级改成A', 'customer.edit', { customer: deshun, grade: 'A' }),
  row('edit customer Hualian phone 021-55512345', 'customer.edit', {
    customer: hualian,
    phone: '021-55512345',
  }),
  row('change the phone of Hualian to 021-55512345', 'customer.edit', {
    customer: hualian,
    phone: '021-55512345',
  }),
  row(
    '佳佳便利店电话改成13911112233',
    'customer.edit',
    { phone: '13911112233' },
    { offers: { customer: [renmin, huaihai] } },
  ),
  row('新建联系人 华联 李采购 13812345678', 'contact.add', {
    customer: hualian,
    name: '李采购',
    title: '采购',
    mobile: '13812345678',
  }),
  row('华联加个联系人 张三 13812345678', 'contact.add', {
    customer: hualian,
    name: '张三',
    mobile: '13812345678',
  }),
  row('给永盛添加联系人 赵会计 电话 021-66668888', 'contact.add', {
    customer: yongsheng,
    name: '赵会计',
    title: '会计',
    phone: '021-66668888',
  }),
  row('add contact Hualian Buyer Li 13812345678', 'contact.add', {
    customer: hualian,
    name: 'Buyer Li',
    mobile: '13812345678',
  }),
  row(
    '加联系人 李采购',
    'contact.add',
    { customer: hualian, name: '李采购', title: '采购' },
    { spokenOf: { customer: hualian }, asks: ['customer'] },
  ),
  row('修改联系人 华联 王店长 手机 13812345678', 'contact.edit', {
    customer: hualian,
    contact: '王店长',
    mobile: '13812345678',
  }),
  row('华联王店长的手机改成13812345678', 'contact.edit', {
    customer: hualian,
    contact: '王店长',
    mobile: '13812345678',
  }),
]

const contact = (says: string, input: Row['input'], more: Parameters<typeof row>[3] = {}) =>
  row(says, 'contact.add', input, more)
const zhang = { name: '张三', title: '采购经理', mobile: '13711112222' }

/** Names, titles and numbers stand in any order; figures that are no number are asked about, never dropped. */
const inAnyOrder: Row[] = [
  contact('华联超市加个联系人 张三 采购经理 13711112222', { customer: hualian, ...zhang }),
  contact('新建联系人 华联超市 张三 13711112222 采购经理', { customer: hualian, ...zhang }),
  contact('新建联系人 华联超市 采购经理张三 13711112222', { customer: hualian, ...zhang }),
  contact('新建联系人 张三 华联超市 采购经理 13711112222', { customer: hualian, ...zhang }),
  contact('新建联系人 华联 13711112222 张三', { customer: hualian, name: '张三', mobile: '13711112222' }),
  contact('新建联系人 永盛 王芳 女 会计', { customer: yongsheng, name: '王芳', title: '会计' }),
  contact('加联系人 华联 店长张伟', { customer: hualian, name: '张伟', title: '店长' }),
  contact('加联系人 华联 张伟店长', { customer: hualian, name: '张伟', title: '店长' }),
  contact('新建联系人 华联 欧阳娜娜 收银员 女 电话 021-55556666', {
    customer: hualian,
    name: '欧阳娜娜',
    title: '收银员',
    phone: '021-55556666',
  }),
  contact('新建联系人 华联 小张 手机13711112222 微信同号', {
    customer: hualian,
    name: '小张',
    mobile: '13711112222',
  }),
  contact('新建联系人 华联 会计', { customer: hualian, title: '会计' }, { asks: ['name'] }),
  contact('新建联系人 华联 张三 李四', { customer: hualian }, { asks: ['name'] }),
  contact('新建联系人 华联 张三 胖胖的', { customer: hualian, name: '张三' }, { asks: [''] }),
  contact(
    '新建联系人 华联超市 李采购 1381234567',
    { customer: hualian, name: '李采购', title: '采购' },
    { asks: ['mobile'] },
  ),
  contact('新建联系人 华联超市 张三 138123456789', { customer: hualian, name: '张三' }, { asks: ['mobile'] }),
  row('修改客户 华联 电话 1381234567', 'customer.edit', { customer: hualian }, { asks: ['phone'] }),
  row(
    '修改联系人 华联 王店长 手机 1381234567',
    'contact.edit',
    { customer: hualian, contact: '王店长' },
    { asks: ['mobile'] },
  ),
  row('修改客户 永盛 等级 不是A是B', 'customer.edit', { customer: yongsheng, grade: 'B' }),
  row('新建客户 张记批发部 签约二批商 张三 13711112222 上海市普陀区长寿路1号', 'customer.create', {
    name: '张记批发部',
    tier: 'contracted_wholesaler',
    contact: '张三',
    phone: '13711112222',
    address: '上海市普陀区长寿路1号',
  }),
  row('新建客户 终端门店 好邻居便利店', 'customer.create', { name: '好邻居便利店', tier: 'outlet' }),
  row('新建客户 好邻居便利店 老板张三 13711112222 终端', 'customer.create', {
    name: '好邻居便利店',
    tier: 'outlet',
    contact: '张三',
    title: '老板',
    phone: '13711112222',
  }),
  row('新建客户 好邻居便利店 地址人民路1号 联系人张三 终端', 'customer.create', {
    name: '好邻居便利店',
    tier: 'outlet',
    contact: '张三',
    address: '人民路1号',
  }),
  row(
    '新建客户 好邻居便利店 终端门店 1381234567',
    'customer.create',
    { name: '好邻居便利店', tier: 'outlet' },
    { asks: ['phone'] },
  ),
  row(
    '新建客户 永盛副食二店 终端 老板永盛',
    'customer.create',
    { name: '永盛副食二店', tier: 'outlet' },
    { asks: [''] },
  ),
]

export const customerRows: Row[] = [...lookups, ...records, ...inAnyOrder]
