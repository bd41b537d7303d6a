import { creditCodeCheck } from '@dangqun/contracts/kit/numbers.schemas'
import type { OrganizationKind, OrganizationTier } from '@dangqun/contracts/organization/tree/vocabulary'
import type { FirmKind, FirmSize } from '@dangqun/contracts/organization/vocabulary'
import type { Seeded } from '../platform/seeded/seeded.js'

/** A row of `firms`, by column. */
export interface PlainFirm {
  center_id: string
  id: string
  name: string
  kind: FirmKind
  size: FirmSize
  industry: string
  building_id: string
  floor: number
  room: string
  founded_on: string
  credit_code: string
  tags: string[]
}

/** A row of `persons`, by column. */
export interface PlainPerson {
  center_id: string
  id: string
  account_id: string | null
  name: string | null
  /** Plain: `sealPersons` makes a storable row of it. */
  phone: string | null
}

const first = ['安', '百', '晨', '德', '恒', '方', '光', '海', '和', '华', '嘉', '景', '君', '凯', '朗', '立', '联', '美', '明', '宁', '启', '清', '荣', '瑞', '森', '盛', '顺', '泰', '同', '万', '祥', '新', '信', '兴', '雅', '亿', '永', '优', '裕', '源', '云', '泽', '展', '众', '卓', '臻'] as const
const second = ['邦', '博', '辰', '诚', '达', '鼎', '丰', '福', '冠', '广', '弘', '汇', '吉', '佳', '捷', '锦', '聚', '康', '科', '乐', '林', '隆', '铭', '诺', '鹏', '谦', '仁', '睿', '尚', '诗', '拓', '图', '维', '旭', '轩', '洋', '易', '逸', '友', '宇', '远', '越', '智', '舟', '卓', '尊'] as const

/** Lines of business: word in the name, division of GB/T 4754-2017, whether a shop of one person is likely. */
const trades = [
  ['信息科技', '65', 0.05, 16], ['网络科技', '64', 0.05, 9], ['商贸', '51', 0.3, 15],
  ['餐饮管理', '62', 0.35, 9], ['文化传媒', '88', 0.1, 8], ['企业管理咨询', '72', 0.1, 8], ['广告', '72', 0.25, 6],
  ['人力资源', '72', 0.02, 4], ['建筑装饰', '50', 0.1, 6], ['教育咨询', '83', 0.1, 4], ['健身服务', '80', 0.4, 3], ['美容美发', '80', 0.7, 4],
  ['房地产经纪', '70', 0.1, 3], ['供应链管理', '59', 0.03, 3], ['生物科技', '75', 0.02, 2],
] as const
const shops = { 餐饮管理: ['面馆', '小吃店', '咖啡店', '快餐店', '茶饮店'], 商贸: ['便利店', '服装店', '烟酒店', '文具店', '花店'], 美容美发: ['美发店', '美甲店', '美容院'], 健身服务: ['瑜伽馆', '健身房'] } as Record<string, [string, ...string[]]>

/** A made-up firm; its name is a register's form: place, word, trade, kind. Names may repeat: make them unique by the caller's set. */
export function aFirm(seeded: Seeded, given: { center_id: string; building_id: string; now: Date; floors: number }): PlainFirm {
  const [trade, industry, shopShare] = seeded.weighted(trades.map((each) => [each, each[3]] as const))
  const word = `${seeded.pick(first)}${seeded.pick(second)}`
  const isShop = seeded.next() < shopShare
  const floor = seeded.int(1, given.floors)
  const id = seeded.uuid(given.now)
  return {
    center_id: given.center_id,
    id,
    name: isShop ? `合肥经开区${word}${seeded.pick(shops[trade] ?? [`${trade}部`])}` : `${seeded.pick(['合肥', '安徽', '合肥'])}${word}${trade}有限公司`,
    kind: isShop ? 'individual' : 'company',
    size: isShop ? 'micro' : seeded.weighted([['micro', 62], ['small', 31], ['medium', 6], ['large', 1]] as const),
    industry,
    building_id: given.building_id,
    floor,
    room: `${floor}${String(seeded.int(1, 28)).padStart(2, '0')} 室`,
    founded_on: `${seeded.int(2004, 2026)}-${String(seeded.int(1, 10)).padStart(2, '0')}-${String(seeded.int(1, 28)).padStart(2, '0')}`,
    credit_code: inventedCreditCode(id, isShop),
    tags: [],
  }
}

/** Right by its checksum and nobody's: no register has the region 990101. Another for every id. */
function inventedCreditCode(id: string, isShop: boolean): string {
  const first17 = `${isShop ? '92' : '91'}990101${id.slice(-9).toUpperCase()}`
  return first17 + creditCodeCheck(first17)
}

const surnames = ['陈', '程', '丁', '方', '冯', '高', '郭', '何', '胡', '黄', '江', '李', '林', '刘', '马', '钱', '沈', '孙', '汪', '王', '吴', '徐', '许', '杨', '姚', '叶', '张', '赵', '周', '朱'] as const
const given = ['小满', '立夏', '谷雨', '白露', '秋分', '清明', '芒种', '小雪', '冬至', '惊蛰', '晴', '岚', '溪', '遥', '川', '禾', '言', '朗', '舒', '一诺', '南星', '知远', '听雨', '望舒'] as const

/** A made-up person: solar terms for given names, numbers from one block. */
export function aPerson(seeded: Seeded, fixed: { center_id: string; now: Date } & Partial<Pick<PlainPerson, 'account_id' | 'name' | 'phone'>>): PlainPerson {
  return {
    center_id: fixed.center_id,
    id: seeded.uuid(fixed.now),
    account_id: fixed.account_id ?? null,
    name: fixed.name ?? `${seeded.pick(surnames)}${seeded.pick(given)}`,
    phone: fixed.phone ?? `1990000${String(seeded.int(0, 9999)).padStart(4, '0')}`,
  }
}

/** A row of `organizations`, by column. */
export interface PlainOrganization {
  center_id: string
  id: string
  name: string
  full_name: string
  kind: OrganizationKind
  tier: OrganizationTier | null
  code: string | null
  reports_to: string | null
  partners_with: string | null
  can_approve_probationary: boolean
  firm_id: string | null
  founded_on: string | null
  contact_name: string | null
  contact_phone: string | null
  address: string | null
  postcode: string | null
  created_at: Date
}

/** A made-up organisation; a committee with the power to approve unless told otherwise. */
export function anOrganization(seeded: Seeded, now: Date, fixed: { center_id: string } & Partial<PlainOrganization>): PlainOrganization {
  const name = fixed.name ?? `${seeded.pick(first)}${seeded.pick(second)}社区党委`
  const kind = fixed.kind ?? 'committee'
  return {
    id: seeded.uuid(now), name, full_name: `中国共产党${name}委员会${seeded.int(1, 1_000_000)}`, kind, tier: null, code: String(seeded.int(100_000_000_000, 999_999_999_999)),
    reports_to: null, partners_with: null, can_approve_probationary: kind === 'committee', firm_id: null, founded_on: `${seeded.int(1996, 2025)}-0${seeded.int(1, 9)}-${seeded.int(10, 28)}`,
    contact_name: `${seeded.pick(surnames)}${seeded.pick(given)}`, contact_phone: `0551-6000${seeded.int(1000, 9999)}`, address: null, postcode: '230601', created_at: now, ...fixed,
  }
}
