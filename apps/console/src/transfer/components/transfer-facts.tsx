import { educations, ethnicities, memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import type { Transfer, TransferField, TransferFinding, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { consentSourceLabels, transferCauseLabels } from '@dangqun/contracts/transfer/vocabulary'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { sayMonth } from '../../platform/dates.rules'
import { IdNumber } from './id-number'

type Line = readonly [field: TransferField, label: string]

const person: readonly Line[] = [
  ['name', '姓名'], ['formerName', '曾用名'], ['idNumber', '身份证号'], ['ethnicity', '民族'], ['education', '学历'], ['category', '党员类别'], ['joinedOn', '入党日期'], ['confirmedOn', '转正日期'], ['probationEndsOn', '预备期满'],
  ['probationOpinion', '预备期满意见'], ['phone', '手机号'], ['emergencyContact', '紧急联系人'],
]
const way: readonly Line[] = [
  ['originBranchName', '原党支部'], ['originCommitteeName', '原基层党委'], ['receivingCommitteeName', '接收党组织'], ['receivingCommitteeCode', '接收方编码'], ['receivingBranchName', '接收党支部'], ['title', '抬头'], ['destination', '去处'],
  ['cause', '转接原因'], ['duesPaidTo', '党费交至'], ['validDays', '有效期'], ['contact', '对方联系人'], ['contactPhone', '对方电话'],
]
/** Findings name a choice by its id; it is shown by its name. */
const shownAt: Partial<Record<TransferField, TransferField>> = { originBranchId: 'originBranchName', receivingBranchId: 'receivingBranchName' }

function sayField(field: TransferField, form: TransferForm): ReactNode {
  const value = form[field]
  if (value === null || value === '') return null
  switch (field) {
    case 'ethnicity': return ethnicities[String(value)]
    case 'education': return educations[Number(value)]
    case 'category': return form.category && memberCategoryLabels[form.category]
    case 'cause': return form.cause && transferCauseLabels[form.cause]
    case 'duesPaidTo': return sayMonth(String(value))
    case 'validDays': return `${value} 天`
    default: return String(value)
  }
}

/** The form as it stands; what the pre-check found stands beside the field it is about. */
export function TransferFacts({ center, transfer }: { center: string; transfer: Transfer }) {
  const { form, findings } = transfer
  // Once a letter is out, its own validity stands beside its number.
  const isLetterOut = transfer.letters.some(({ isVoid }) => !isVoid)
  const at = (field: TransferField) => findings.filter((finding) => finding.field !== null && (shownAt[finding.field as TransferField] ?? finding.field) === field)
  const placed = new Set([...person, ...way].flatMap(([field]) => at(field)))
  const rows = (lines: readonly Line[]) => lines.map(([field, label]) => {
    const [words, found] = [sayField(field, form), at(field)]
    if (words === null && found.length === 0) return null
    return (
      <div key={field} className={`case-line ${found.length > 0 ? 'is-found' : ''}`}>
        <dt>{label}</dt>
        <dd>
          {field === 'idNumber' && words !== null ? <IdNumber center={center} transfer={transfer} /> : <span className={/On$|Code|phone/i.test(field) ? 'figures' : undefined}>{words ?? <span className="quiet">未填</span>}</span>}
          {found.map((finding) => <Finding key={finding.message} finding={finding} />)}
        </dd>
      </div>
    )
  })
  return (
    <>
      {findings.filter((finding) => !placed.has(finding)).map(({ message, level }) => <Alert key={message} className="advice" type={level === 'stop' ? 'error' : 'warning'} showIcon title={message} />)}
      <dl className="case-sheet">{rows(isLetterOut ? way.filter(([field]) => field !== 'validDays') : way)}</dl>
      <h3 className="rank-title case-title">党员信息</h3>
      <dl className="case-sheet">{rows(person)}</dl>
      <p className="quiet">{consentSourceLabels[transfer.consent.source]}（{transfer.consent.on}）</p>
    </>
  )
}

function Finding({ finding: { level, message, suggestion, reason } }: { finding: TransferFinding }) {
  return <span className={`finding ${level === 'stop' ? 'is-stop' : ''}`}><span aria-hidden>{level === 'stop' ? '✕' : '!'}</span> {reason ? `${reason} ` : ''}{message}{suggestion ? `，可改为“${suggestion}”` : ''}</span>
}
