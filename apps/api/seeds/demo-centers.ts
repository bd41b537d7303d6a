import type { OpeningHours } from '@dangqun/contracts/centers/opening-schemas'
import type { Programme, ServiceTarget } from '@dangqun/contracts/centers/vocabulary'

export interface DemoCenter {
  slug: string
  name: string
  address: string
  phone: string
  about: string
  latitude: number
  longitude: number
  openingHours: OpeningHours[]
  buildings: { name: string; address: string; floors: number }[]
  firms: number
  services: { programme: Programme; name: string; summary: string; place: string; target?: ServiceTarget }[]
}

function hours(weekday: [string, string], weekend: [string, string]): OpeningHours[] {
  return Array.from({ length: 7 }, (_, index) => {
    const [opens, closes] = index < 5 ? weekday : weekend
    return { weekday: index + 1, opens, closes }
  })
}

const services: DemoCenter['services'] = [
  { programme: 'red', name: '党员E家 · 接转组织关系', summary: '转出、转入、换支部，手机上办，随时看进度', place: '一楼 3 号窗口', target: 'transfer' },
  { programme: 'red', name: '党员E家 · 咨询帮扶', summary: '党务咨询、党内查询、流动党员登记、困难党员帮扶', place: '一楼 3 号窗口' },
  { programme: 'red', name: '主题党日与党课', summary: '每月一次，支部可预约场地和讲师', place: '三楼报告厅', target: 'activities' },
  { programme: 'warm', name: '益企诊所', summary: '工商税务、法律咨询，专业人员轮流坐诊', place: '一楼 5 号窗口' },
  { programme: 'warm', name: '专业技能培训', summary: '直播、财税、消防等实用课程，免费参加', place: '二楼培训室', target: 'activities' },
  { programme: 'warm', name: '金融商圈', summary: '六家银行的贷款放在一起比，算清真实成本', place: '一楼 6 号窗口', target: 'financing' },
  { programme: 'blue', name: '书香咖啡屋', summary: '看书、会客、歇脚，可借阅', place: '一楼大厅东侧' },
  { programme: 'blue', name: '缘聚丹霞青年俱乐部', summary: '青年交友、读书会、运动小组', place: '二楼活动室', target: 'activities' },
  { programme: 'blue', name: '健身房与舞蹈室', summary: '工作日晚间开放，请自备运动鞋', place: '负一楼' },
  { programme: 'together', name: '群团工作室', summary: '工会、妇联、团委为职工和商户服务', place: '二楼 201 室' },
  { programme: 'together', name: '志愿服务队', summary: '无偿献血、急救培训、楼宇值守', place: '二楼 203 室', target: 'activities' },
]

export const demoCenters: DemoCenter[] = [
  {
    slug: 'shangbai',
    name: '尚百商圈党群服务中心',
    address: '合肥经开区尚百商圈尚泽大厦一至三楼',
    phone: '0551-60000000',
    about: '由商圈企业共同建成、共同使用的党群服务中心，服务 7 栋楼宇、近三千家企业和商户。',
    latitude: 31.7803,
    longitude: 117.2218,
    openingHours: hours(['08:30', '20:30'], ['09:00', '17:30']),
    buildings: [
      { name: '尚泽大厦', address: '尚百商圈 1 号楼', floors: 26 },
      { name: '百乐门广场', address: '尚百商圈 2 号楼', floors: 18 },
      { name: '尚泽国际 A 座', address: '尚百商圈 3 号楼', floors: 28 },
      { name: '尚泽国际 B 座', address: '尚百商圈 4 号楼', floors: 28 },
      { name: '丹霞商务楼', address: '尚百商圈 5 号楼', floors: 16 },
      { name: '莲花商业中心', address: '尚百商圈 6 号楼', floors: 6 },
      { name: '百汇创业楼', address: '尚百商圈 7 号楼', floors: 12 },
    ],
    firms: 3000,
    services,
  },
  {
    slug: 'yunhai',
    name: '云海商圈党群服务中心',
    address: '云海商圈云帆大厦二楼',
    phone: '0551-60000001',
    about: '云海商圈的党群服务阵地，与尚百中心结对共建。',
    latitude: 31.7621,
    longitude: 117.2405,
    openingHours: hours(['09:00', '18:00'], ['09:30', '16:30']),
    buildings: [
      { name: '云帆大厦', address: '云海商圈 1 号楼', floors: 20 },
      { name: '海纳商务楼', address: '云海商圈 2 号楼', floors: 14 },
    ],
    firms: 240,
    services: services.filter(({ name }) => name !== '健身房与舞蹈室').map((service) => ({ ...service, place: '二楼服务大厅' })),
  },
]
