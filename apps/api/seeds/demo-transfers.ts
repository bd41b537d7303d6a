import type { ArchiveChannel, ArchiveStep, StoredTransferKind, TransferCause, TransferDirection } from '@dangqun/contracts/transfer/vocabulary'
import type { StoryStep } from '../src/transfer/transfer-story.factory.js'

/** One case of the demo: of whom, whither or whence, and what has happened so far. */
export interface DemoTransfer {
  /** Of the roll: a branch by its short name, and which of its members. Absent: somebody from elsewhere. */
  readonly member?: readonly [branch: string, place: number]
  /** The persona whose case it is; the member's person, or the newcomer, gets its account. */
  readonly persona?: string
  readonly direction: TransferDirection
  readonly kind: StoredTransferKind
  /** `out`: by its name in the directory. `in`: where from. */
  readonly elsewhere?: string
  readonly destination?: string
  /** `internal`: the branch before, when the roll has the new one already. */
  readonly before?: string
  /** `in` and `internal`: the new branch, by its short name. */
  readonly branch?: string
  readonly cause?: TransferCause
  /** Last month paid, in months before this one. */
  readonly duesBehind?: number
  readonly onPaperConsent?: boolean
  readonly archive?: { readonly channel: ArchiveChannel; readonly step: ArchiveStep }
  readonly steps: readonly StoryStep[]
}

const [merchants, tower, plaza, global] = ['尚百商户联合党支部', '尚泽大厦联合党支部', '百乐门广场联合党支部', '尚泽国际联合党支部']
const out = { direction: 'out', kind: 'cross_province_paper' } as const
const online = { direction: 'out', kind: 'in_province' } as const
const incoming = { direction: 'in', kind: 'cross_province_paper' } as const
const internal = { direction: 'internal', kind: 'internal' } as const

const submit = (ago: number): StoryStep => ({ ago, action: 'submit' })
const precheck = (ago: number): StoryStep => ({ ago, action: 'precheck' })
const endorse = (ago: number): StoryStep => ({ ago, action: 'endorse' })
const issue = (ago: number, number: number, validDays = 30): StoryStep => ({ ago, action: 'issue', letter: { number: `皖组转 ${String(number).padStart(7, '0')}`, validDays } })
const step = (ago: number, action: StoryStep['action'], more: Partial<StoryStep> = {}): StoryStep => ({ ago, action, ...more })
const come = (ago: number, number: string, validDays = 30): StoryStep => ({ ago, action: 'receive', letter: { number, validDays } })

export const demoTransfers: Record<string, readonly DemoTransfer[]> = {
  shangbai: [
    { ...out, persona: 'mover', member: [merchants, 5], elsewhere: '张江科学城综合党委', destination: '上海禾川科技有限公司', archive: { channel: 'confidential_mail', step: 'not_sent' }, steps: [submit(4), precheck(3), endorse(1)] },
    { ...internal, persona: 'mover', member: [merchants, 5], before: tower, branch: merchants, cause: 'reassignment', steps: [submit(220), precheck(219), endorse(217), step(214, 'accept'), step(212, 'assign'), step(211, 'close', { reference: '莲党组通〔2025〕17 号' })] },
    { ...out, persona: 'returned', member: [merchants, 8], elsewhere: '镜湖区商务楼宇综合党委', destination: '芜湖明山', duesBehind: 1, steps: [submit(5), step(4, 'return', { reason: 'R02', comment: '去处请写单位全称，和营业执照一致。' })] },
    { ...incoming, persona: 'arriving', elsewhere: '江宁开发区综合党委', destination: '合肥知远信息科技有限公司', branch: merchants, steps: [endorse(6), step(4, 'place')] },

    { ...out, member: [merchants, 1], elsewhere: '未来科技城综合党委', destination: '杭州云栖软件有限公司', steps: [submit(3)] },
    { ...online, member: [tower, 2], elsewhere: '高新区双创综合党委', destination: '合肥朗逸智能科技有限公司', steps: [submit(1)] },
    { ...out, member: [plaza, 3], elsewhere: '光谷综合党委', destination: '武汉华启文化传媒有限公司', onPaperConsent: true, steps: [submit(1)] },
    { ...internal, member: [merchants, 9], branch: tower, cause: 'reassignment', steps: [submit(1)] },
    { ...out, member: [merchants, 11], elsewhere: '南山区软件园综合党委', destination: '深圳立达科技有限公司', steps: [submit(8), precheck(7)] },
    { ...online, member: [merchants, 13], elsewhere: '蜀山区人才服务中心党委', destination: '合肥市蜀山区人才服务中心', steps: [submit(3), precheck(2)] },
    { ...out, member: [merchants, 14], elsewhere: '江宁开发区综合党委', destination: '南京知远信息技术有限公司', steps: [submit(2), precheck(1)] },
    { ...out, member: [tower, 4], elsewhere: '陆家嘴楼宇综合党委', destination: '上海新锐广告有限公司', steps: [submit(3), precheck(1)] },
    { ...internal, member: [tower, 6], branch: merchants, cause: 'employment', steps: [submit(4), precheck(3), endorse(2)] },
    { ...out, member: [plaza, 7], elsewhere: '未来科技城综合党委', destination: '杭州联创网络科技有限公司', steps: [submit(12), precheck(11), endorse(9)] },
    { ...online, member: [global, 2], elsewhere: '滨湖世纪社区党委', destination: '合肥市包河区滨湖世纪社区', cause: 'residence', steps: [submit(5), precheck(4), endorse(2)] },
    { ...out, member: [global, 3], elsewhere: '光谷综合党委', destination: '武汉恒佳商贸有限公司', steps: [submit(6), precheck(5), endorse(4), step(2, 'refuse', { reason: 'R05', comment: '转正材料缺讨论记录，需核实。' })] },
    { ...out, member: [merchants, 16], elsewhere: '张江科学城综合党委', destination: '上海森旭供应链管理有限公司', steps: [submit(7), precheck(6), step(3, 'return', { reason: 'R06', comment: '党费交到上月，请先交清本月。' })] },
    { ...out, member: [tower, 8], elsewhere: '张江科学城综合党委', destination: '上海禾川科技有限公司', archive: { channel: 'confidential_mail', step: 'sent' }, steps: [submit(25), precheck(24), endorse(22), issue(20, 2601, 30)] },
    { ...out, member: [plaza, 9], elsewhere: '镜湖区商务楼宇综合党委', destination: '芜湖明山商贸有限公司', archive: { channel: 'carried', step: 'sealed' }, steps: [submit(9), precheck(8), endorse(7), issue(6, 2602, 10)] },
    { ...online, member: [global, 5], elsewhere: '高新区双创综合党委', destination: '合肥睿博生物科技有限公司', steps: [submit(8), precheck(7), endorse(6), step(3, 'issue')] },
    { ...out, member: [merchants, 18], elsewhere: '云海社区党委', destination: '合肥海纳物业服务有限公司', cause: 'reassignment', archive: { channel: 'carried', step: 'sealed' }, steps: [submit(7), precheck(6), endorse(4), issue(2, 2603, 30)] },
    { ...out, member: [tower, 10], elsewhere: '南山区软件园综合党委', destination: '深圳立达科技有限公司', archive: { channel: 'ems', step: 'received' }, steps: [submit(20), precheck(19), endorse(17), issue(15, 2604), step(3, 'receive')] },
    { ...out, member: [plaza, 11], elsewhere: '江宁开发区综合党委', destination: '南京知远信息技术有限公司', archive: { channel: 'confidential_mail', step: 'received' }, steps: [submit(24), precheck(23), endorse(21), issue(19, 2605), step(8, 'receive'), step(6, 'request-archive'), step(4, 'request-supplement', { missing: ['入党志愿书', '转正申请书'] })] },
    { ...out, member: [merchants, 20], elsewhere: '光谷综合党委', destination: '武汉华启文化传媒有限公司', archive: { channel: 'ems', step: 'received' }, steps: [submit(26), precheck(25), endorse(23), issue(21, 2606), step(9, 'receive'), step(5, 'accept')] },
    { ...out, member: [global, 7], elsewhere: '未来科技城综合党委', destination: '杭州云栖软件有限公司', archive: { channel: 'confidential_mail', step: 'received' }, steps: [submit(40), precheck(39), endorse(37), issue(35, 2607), step(24, 'receive'), step(19, 'accept'), step(15, 'assign')] },
    { ...out, member: [plaza, 13], elsewhere: '陆家嘴楼宇综合党委', destination: '上海新锐广告有限公司', steps: [submit(30), precheck(29), endorse(27), issue(25, 2608), step(7, 'receive'), step(5, 'reject', { reason: 'R10', comment: '单位已迁出本区。' }), step(2, 'confirm-rejection')] },
    { ...out, member: [tower, 12], elsewhere: '光谷综合党委', destination: '武汉恒佳商贸有限公司', steps: [submit(20), precheck(19), endorse(17), issue(14, 2609, 15), step(1, 'expire')] },
    ...([['张江科学城综合党委', '上海禾川科技有限公司', 90], ['未来科技城综合党委', '杭州联创网络科技有限公司', 120], ['镜湖区商务楼宇综合党委', '芜湖明山商贸有限公司', 150]] as const).map(([elsewhere, destination, ago], index) => ({
      ...out, member: [global, 10 + index] as const, elsewhere, destination, archive: { channel: 'confidential_mail', step: 'received' } as const,
      steps: [submit(ago), precheck(ago - 1), endorse(ago - 3), issue(ago - 5, 2401 + index), step(ago - 12, 'receive'), step(ago - 15, 'accept'), step(ago - 18, 'assign'), step(ago - 20, 'file-receipt'), step(ago - 22, 'close')],
    })),
    { ...out, member: [tower, 15], elsewhere: '南山区软件园综合党委', destination: '深圳立达科技有限公司', steps: [submit(60), step(59, 'withdraw')] },
    { ...out, member: [tower, 16], elsewhere: '光谷综合党委', destination: '武汉恒佳商贸有限公司', steps: [submit(70), precheck(69), endorse(67), step(65, 'refuse', { reason: 'R05', comment: '入党材料需上级核查。' }), step(63, 'confirm-refusal')] },
    { ...incoming, elsewhere: '南京市鼓楼区湖南路街道党工委', destination: '合肥安达商贸有限公司', steps: [] },
    { ...incoming, elsewhere: '芜湖市弋江区高校园区党工委', destination: '合肥启诺文化传媒有限公司', branch: merchants, steps: [] },
    { ...incoming, elsewhere: '武汉市洪山区关东街道党工委', destination: '合肥朗逸智能科技有限公司', branch: tower, steps: [endorse(3)] },
    { ...incoming, elsewhere: '上海市徐汇区漕河泾街道党工委', destination: '合肥光鼎广告有限公司', branch: merchants, steps: [endorse(20), step(18, 'place'), come(4, '沪组转 0031882')] },
    { ...incoming, elsewhere: '滁州市琅琊区扬子街道党工委', destination: '合肥永盛餐饮管理有限公司', branch: tower, steps: [endorse(40), step(38, 'place'), come(20, '皖组转 0107731'), step(17, 'accept'), step(15, 'assign')] },
    { ...incoming, elsewhere: '杭州市滨江区长河街道党工委', destination: '合肥嘉维企业管理咨询有限公司', branch: merchants, steps: [endorse(80), step(78, 'place'), come(66, '浙组转 0220915'), step(62, 'accept'), step(60, 'assign'), step(58, 'file-receipt'), step(56, 'close')] },
  ],
  yunhai: [
    { ...out, member: ['云帆大厦联合党支部', 1], elsewhere: '张江科学城综合党委', destination: '上海禾川科技有限公司', steps: [submit(1)] },
    { ...online, member: ['云帆大厦联合党支部', 2], elsewhere: '高新区双创综合党委', destination: '合肥睿博生物科技有限公司', steps: [submit(3), precheck(2)] },
    { ...out, member: ['云帆大厦联合党支部', 3], elsewhere: '莲花社区党委', destination: '合肥朗逸智能科技有限公司', cause: 'reassignment', steps: [submit(6), precheck(5), endorse(3)] },
    { ...out, member: ['海纳物业党支部', 2], elsewhere: '镜湖区商务楼宇综合党委', destination: '芜湖明山商贸有限公司', steps: [submit(11), precheck(10), endorse(8), issue(6, 911)] },
    { ...incoming, elsewhere: '蚌埠市蚌山区龙湖街道党工委', destination: '合肥云帆商贸有限公司', branch: '云帆大厦联合党支部', steps: [endorse(2)] },
    { ...incoming, elsewhere: '六安市金安区中市街道党工委', destination: '合肥云帆商贸有限公司', branch: '云帆大厦联合党支部', steps: [endorse(70), step(68, 'place'), come(60, '皖组转 0088123'), step(57, 'accept'), step(55, 'assign'), step(52, 'file-receipt'), step(50, 'close')] },
  ],
}

/** Bound members without a case: they can walk the whole way. */
export const freshMembers: Record<string, readonly { persona: string; member: readonly [branch: string, place: number] }[]> = { shangbai: [{ persona: 'member', member: [merchants, 3] }] }

/** Whose account sits in which office. */
export const demoOfficers: Record<string, { center: string; committee: readonly [string, string]; branches: Record<string, string> }> = {
  shangbai: { center: 'staff', committee: ['committee', 'committee2'], branches: { [merchants]: 'secretary', [tower]: 'secretary2' } },
  yunhai: { center: 'yunhai', committee: ['yunhai-committee', 'yunhai-committee2'], branches: { 云帆大厦联合党支部: 'yunhai-secretary' } },
}
