import type { Language } from '../src/lib/words.ts'

/** What people at a customer are called by their post; titles are kept as they were written. */
const inEnglish: Record<string, string> = {
  老板: 'owner',
  老板娘: 'owner',
  店长: 'store manager',
  副店长: 'deputy store manager',
  店经理: 'store manager',
  经理: 'manager',
  总经理: 'general manager',
  副总经理: 'deputy general manager',
  采购: 'buyer',
  采购员: 'buyer',
  采购经理: 'purchasing manager',
  销售经理: 'sales manager',
  会计: 'accountant',
  财务: 'finance',
  出纳: 'cashier',
  收银: 'cashier',
  收银员: 'cashier',
  收货员: 'receiving clerk',
  仓管: 'warehouse keeper',
  仓管员: 'warehouse keeper',
  库管: 'warehouse keeper',
  库管员: 'warehouse keeper',
  理货员: 'stock clerk',
  店员: 'shop assistant',
  导购: 'sales assistant',
  导购员: 'sales assistant',
  促销员: 'promoter',
  业务员: 'sales rep',
  主管: 'supervisor',
  主任: 'head',
  总监: 'director',
  董事长: 'chairman',
  负责人: 'in charge',
  厨师长: 'head chef',
  领班: 'head waiter',
  前台: 'front desk',
}

/** 店长, store manager; a title nobody has a word for stays as it was written. */
export const titleIn = (title: string, language: Language): string =>
  (language === 'en' && inEnglish[title]) || title
