import { roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { checkInMethodLabels } from '@dangqun/contracts/activities/check-in/vocabulary'
import { activityStateLabels, signUpStateLabels } from '@dangqun/contracts/activities/vocabulary'
import type { FactRow } from '@dangqun/contracts/audit/schemas'
import { callOutcomeLabels, demandActionLabels, demandStateLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { drawdownStateLabels, ratingRoundLabels, referralActionLabels, referralStateLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { versionStateLabels } from '@dangqun/contracts/financing/vocabulary'
import { bindingKindLabels } from '@dangqun/contracts/organization/bindings/vocabulary'
import { organizationKindLabels } from '@dangqun/contracts/organization/tree/vocabulary'
import { archiveStepLabels, transferActionLabels, transferDirectionLabels, transferStateLabels } from '@dangqun/contracts/transfer/vocabulary'
import { demandClockLabels } from '../financing/financing-demands-words.rules'
import { referralClockLabels } from '../financing/financing-referrals-words.rules'

type Labels = Partial<Record<string, string>>

export function sayRole(role: string): string {
  return (roleLabels as Labels)[role] ?? role
}

/** Fields that people know by another name than the code's. */
const fieldLabels: Labels = {
  title: '名称', name: '名称', summary: '简介', target: '办理方式', isRetired: '停用或恢复', isHidden: '显示或隐藏', fullName: '全称', description: '介绍', about: '介绍', place: '地点', startsAt: '开始时间', endsAt: '结束时间', capacity: '名额', signUpOpensAt: '报名开始', signUpClosesAt: '报名截止', cancelUntil: '取消期限',
  asks: '报名所需资料', questions: '报名表问题', minAge: '年龄下限', maxAge: '年龄上限', insuranceNotice: '保险提示', programme: '类别', kind: '类型', address: '地址', phone: '电话', openingHours: '开放时间', specialDays: '特殊日子',
  branchId: '所在支部', firmId: '工作单位', flow: '流动状态', category: '党员类别', idNumber: '身份证号', education: '学历', ethnicity: '民族', contactName: '联系人', contactPhone: '联系电话', code: '组织代码', birthDate: '出生日期',
}

function sayFields(fields: readonly string[]): string {
  const known = fields.flatMap((field) => fieldLabels[field] ?? [])
  const others = fields.length - known.length
  return known.length === 0 ? `共 ${fields.length} 项` : `${known.join('、')}${others > 0 ? `等 ${fields.length} 项` : ''}`
}

const one = (labels: Labels, code: unknown) => (typeof code === 'string' ? (labels[code] ?? code) : '')

/** What a fact's data says beyond its kind; empty when that is all. */
export function sayDetail({ fact, data }: Pick<FactRow, 'fact' | 'data'>): string {
  const { from, to, state, role } = data
  const figure = (name: string) => String(data[name] ?? '')
  if (Array.isArray(data['fields'])) return sayFields(data['fields'])
  if (fact === 'centers.settingsChanged' && Array.isArray(data['changes'])) return `共 ${data['changes'].length} 项`
  if (fact === 'transfer.moved') return `${one({ ...transferActionLabels, expire: '介绍信到期', lapse: '逾期未答复' }, data['action'])}：${one(transferStateLabels, from)} → ${one(transferStateLabels, to)}`
  if (fact === 'transfer.mirrored') return `进展到“${one(transferStateLabels, to)}”`
  if (fact === 'transfer.archiveUpdated') return one(archiveStepLabels, data['step'])
  if (fact === 'transfer.created') return one(transferDirectionLabels, data['direction'])
  if (fact === 'activities.signedUp') return one(signUpStateLabels, state)
  if (fact === 'activities.checkedIn') return `${one(checkInMethodLabels, data['method'])}${data['isOffline'] === true ? '，断网时记下' : ''}`
  if (fact === 'activities.absencesMarked') return `${figure('count')} 人`
  if (fact.startsWith('activities.export')) return `${figure('rows')} 人${data['hasPhones'] === true ? '，含完整手机号' : ''}`
  if (fact.startsWith('activities.') && typeof from === 'string') return `原来是“${one(activityStateLabels, from)}”`
  if (fact === 'organization.created') return one(organizationKindLabels, data['kind'])
  if (fact.startsWith('organization.binding')) return one(bindingKindLabels, data['kind'])
  if (fact.startsWith('accounts.')) return one(roleLabels, role)
  if (fact === 'financing.versionReplaced') return `第 ${figure('number')} 版，由第 ${figure('by')} 版替代`
  if (fact.startsWith('financing.version')) return `第 ${figure('number')} 版${typeof from === 'string' ? `，原来是“${one(versionStateLabels, from)}”` : ''}`
  if (fact.startsWith('financing.lpr')) return figure('publishedOn')
  if (fact === 'financing.demandMoved') return `${one({ ...demandActionLabels, ...demandClockLabels }, data['action'])}：${one(demandStateLabels, from)} → ${one(demandStateLabels, to)}`
  if (fact === 'financing.referralMoved') return `${one({ ...referralActionLabels, ...referralClockLabels }, data['action'])}：${one(referralStateLabels, from)} → ${one(referralStateLabels, to)}`
  if (fact === 'financing.drawdownMoved') return one(drawdownStateLabels, to)
  if (fact === 'financing.called') return one(callOutcomeLabels, data['outcome'])
  if (fact === 'financing.rated') return one(ratingRoundLabels, data['round'])
  if (fact === 'financing.reportPrinted') return figure('month')
  if (fact === 'centers.workdaysChanged') return `${figure('year')} 年，${figure('days')} 天`
  return ''
}

/** Where a fact's subject is opened; null: nowhere in the console. */
export function pathOf(center: string, { fact, subjectId, data }: Pick<FactRow, 'fact' | 'subjectId' | 'data'>): string | null {
  const at = (path: string) => `/${center}/${path}`
  const { activityId, number } = data
  if (typeof activityId === 'string') return at(`activities/${activityId}`)
  if (fact.startsWith('activities.appeal')) return at('no-shows')
  if (fact.startsWith('activities.')) return at(`activities/${subjectId}`)
  if (fact.startsWith('organization.member')) return at(`members?member=${subjectId}`)
  if (fact.startsWith('organization.binding') && fact !== 'organization.bindingAsked') return at(`bindings?binding=${subjectId}`)
  if (['created', 'updated', 'moved', 'dissolved'].some((what) => fact === `organization.${what}`)) return at(`organizations?node=${subjectId}`)
  if (fact.startsWith('organization.firm')) return at(`firms?firm=${subjectId}`)
  if (fact.startsWith('transfer.printer')) return at('printers')
  if (fact.startsWith('transfer.') && fact !== 'transfer.restrictedAsked') return at(`transfers?case=${subjectId}`)
  if (fact.startsWith('financing.version') && typeof number === 'number') return at(`loans/${subjectId}/${number}`)
  if (fact.startsWith('financing.demand') || fact === 'financing.called') return at(`demands?demand=${subjectId}`)
  if (/^financing\.(referral|sharing|drawdown|rated)/.test(fact)) return at(`referrals?referral=${subjectId}`)
  if (fact === 'financing.reportPrinted') return at('financing-figures')
  if (fact.startsWith('financing.bank')) return at('loans/banks')
  if (fact.startsWith('financing.lpr')) return at('lprs')
  if (fact.startsWith('notices.announcement')) return at(`announcements/${subjectId}`)
  if (fact.startsWith('accounts.')) return at('grants')
  if (fact.startsWith('centers.building')) return at('settings?part=buildings')
  if (fact.startsWith('centers.service')) return at('settings?part=services')
  if (fact.startsWith('centers.')) return at('settings')
  return null
}
