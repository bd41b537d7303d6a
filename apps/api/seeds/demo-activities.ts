import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import type { Question } from '@dangqun/contracts/activities/form/schemas'
import type { ActivityKind, ActivityState } from '@dangqun/contracts/activities/vocabulary'
import type { ProfileField } from '@dangqun/contracts/organization/vocabulary'

export interface DemoActivity {
  title: string
  programme: Programme
  kind?: ActivityKind
  minAge?: number
  maxAge?: number
  insuranceNotice?: string
  questions?: Question[]
  /** Repeated so often, every week. */
  weeks?: number
  description: string
  place: string
  /** Days from today, or the coming weekday (1 Monday … 7 Sunday; today never counts). */
  day: number | { weekday: number }
  from: string
  to: string
  capacity: number
  signUps: number
  asks?: ProfileField[]
  state?: ActivityState
  opensInDays?: number
  /** So many of those who signed up came. With `isRunning` the activity began a while ago and goes on, whatever `day`, `from` and `to` say. */
  came?: number
  isRunning?: boolean
}

export const demoActivities: DemoActivity[] = [
  { title: '便民服务日：磨刀、理发、量血压', programme: 'together', kind: 'volunteering', place: '一楼大厅', day: 0, from: '09:00', to: '13:00', isRunning: true, capacity: 60, signUps: 34, came: 19, asks: ['name'], description: '楼里的手艺人和志愿者轮流服务，随到随办。\n到了在门口扫一下现场码，或出示签到码就行。' },
  { title: '周六无偿献血', programme: 'together', place: '一楼大厅，献血车停在正门', day: { weekday: 6 }, from: '08:30', to: '12:00', capacity: 60, signUps: 23, description: '市中心血站的献血车开到楼下。\n请吃过早饭、带好身份证，前一晚不喝酒。\n我们只登记到场，不记录任何健康信息。' },
  { title: '急救员入门：心肺复苏与 AED', programme: 'together', kind: 'training', place: '二楼培训室', day: 2, from: '12:15', to: '13:30', capacity: 30, signUps: 30, asks: ['name', 'phone'], description: '红十字会老师带教，每人都能上手练。\n满员后可以候补，有人取消会按先后为你留名额，到时点一下确认。' },
  { title: '小微企业贷款怎么选：利率之外要看什么', programme: 'warm', place: '三楼报告厅', day: 3, from: '15:00', to: '16:30', capacity: 120, signUps: 46, asks: ['name'], description: '把年利率、手续费、还款方式放在一起算清楚。可带上你手里的方案来问。' },
  { title: '主题党日：重温入党誓词', programme: 'red', kind: 'party_class', place: '三楼报告厅', day: 4, from: '18:30', to: '20:00', capacity: 80, signUps: 31, description: '商圈各支部联合开展，欢迎入党积极分子参加。' },
  { title: '直播带货基础课', programme: 'warm', kind: 'training', place: '二楼培训室', day: 5, from: '14:00', to: '16:00', capacity: 40, signUps: 12, description: '从选品、话术到开播设置，店主带着手机来就行。' },
  { title: '周末读书会：一本书，一杯咖啡', programme: 'blue', kind: 'reading', weeks: 4, place: '书香咖啡屋', day: { weekday: 7 }, from: '14:30', to: '16:30', capacity: 20, signUps: 9, description: '这一期随便带一本你最近在看的书，聊十分钟。' },
  { title: '羽毛球双打友谊赛', programme: 'blue', place: '负一楼运动馆', day: 8, from: '18:30', to: '20:30', capacity: 16, signUps: 18, asks: ['name'], description: '不限水平，现场抽签分组。请穿运动鞋。' },
  { title: '法律门诊：劳动合同常见问题', programme: 'warm', place: '一楼 5 号窗口', day: 9, from: '09:30', to: '11:30', capacity: 12, signUps: 3, asks: ['name', 'phone'], description: '每人约 10 分钟，请把问题提前想好。' },
  { title: '冬至包饺子', programme: 'together', place: '一楼大厅', day: 20, from: '17:30', to: '19:30', capacity: 50, signUps: 0, opensInDays: 6, description: '给留在商圈值班的人包一顿热饺子，带家人来也欢迎。' },
  { title: '楼宇消防演练', programme: 'together', place: '尚泽大厦广场', day: 12, from: '10:00', to: '11:00', capacity: 200, signUps: 118, state: 'closed', description: '演练前会广播通知，请听从楼层引导员安排。' },
  { title: '新职工融入日', programme: 'blue', place: '二楼活动室', day: 15, from: '18:30', to: '20:00', capacity: 40, signUps: 0, state: 'draft', description: '认识楼里的人和周边的店。' },
  { title: '周六社区义务植绿', programme: 'together', kind: 'volunteering', place: '尚百中央绿地', day: { weekday: 6 }, from: '09:00', to: '11:30', capacity: 25, signUps: 14, asks: ['name', 'phone'], minAge: 14, maxAge: 65, insuranceNotice: '要用铁锹、搬运苗木，请穿防滑鞋、听从领队安排。中心已为每位志愿者投保人身意外险。', questions: [{ id: 'tools', kind: 'choice', label: '自带手套吗', isRequired: true, options: ['自带', '现场领'] }, { id: 'skills', kind: 'several', label: '愿意做哪些', isRequired: false, options: ['挖坑', '搬运', '浇水', '拍照记录'] }], description: '一起给商圈添一片绿。\n14 到 18 岁请先征得监护人同意。' },
  { title: '缘聚丹霞：周五青年桌游夜', programme: 'blue', kind: 'social', place: '二楼活动室', day: { weekday: 5 }, from: '19:00', to: '21:00', capacity: 24, signUps: 17, asks: ['name'], minAge: 20, maxAge: 40, questions: [{ id: 'played', kind: 'choice', label: '玩过桌游吗', isRequired: true, options: ['常玩', '玩过几次', '第一次'] }, { id: 'note', kind: 'text', label: '想认识什么样的朋友', isRequired: false, options: [] }], description: '不尴尬的破冰方式，六人一桌，主持人带玩。' },
  { title: '安全生产月：消防实操', programme: 'together', kind: 'training', place: '尚泽大厦广场', day: -27, from: '15:00', to: '16:30', capacity: 60, signUps: 40, came: 35, state: 'held', description: '灭火器、消火栓人人上手。' },
  { title: '税务新政解读', programme: 'warm', kind: 'training', place: '三楼报告厅', day: -6, from: '15:00', to: '16:30', capacity: 100, signUps: 64, came: 57, state: 'held', description: '税务局干部讲解并答疑。' },
  { title: '党章学习分享', programme: 'red', kind: 'party_class', place: '三楼报告厅', day: -13, from: '18:30', to: '20:00', capacity: 60, signUps: 38, came: 32, state: 'held', description: '各支部轮流分享。' },
]
