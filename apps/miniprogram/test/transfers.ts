import type { Transfer, TransferForm } from '@dangqun/contracts/transfer/schemas'

const form: TransferForm = {
  name: '林禾', formerName: null, idNumber: '340*************17', ethnicity: '01', education: '21', category: 'full', joinedOn: '2015-06-30', confirmedOn: '2016-06-30', probationEndsOn: null, phone: '19900001234',
  emergencyContact: null, originBranchId: 'branch', originBranchName: '中国共产党尚百商圈商户联合支部委员会', originCommitteeName: '中国共产党合肥经济技术开发区莲花社区委员会', originCommitteeCode: '340111200001', receivingBranchId: null,
  receivingBranchName: null, receivingCommitteeName: null, receivingCommitteeCode: null, title: null, destination: null, cause: 'employment', duesPaidTo: null, validDays: 30, contact: null, contactPhone: null, probationOpinion: null,
}

/** A member's draft out of here: the roll is known, whither is not. */
export function aTransfer(given: Partial<Transfer> = {}, filled: Partial<TransferForm> = {}): Transfer {
  return {
    id: 'the-id', direction: 'out', kind: 'cross_province_paper', state: 'draft', memberName: '林禾', category: 'full', otherSide: null, holder: { office: 'member', name: '本人' }, dueAt: null, isOverdue: false, daysLeft: null,
    submittedAt: null, changedAt: '2026-11-25T10:00:00+08:00', form: { ...form, ...filled }, findings: [], history: [], ahead: [], letters: [], letterValidUntil: null,
    archive: { channel: null, step: 'not_sent', missing: [], changedAt: null }, duties: { assignedTo: null, receiptFiledOn: null, receiptDueAt: null, reference: null }, reason: null, comment: null, version: 1, isMine: true, consent: { source: 'phone', on: '2026-11-22' }, isRestricted: false,
    allowedActions: ['withdraw', 'update'], ...given,
  }
}

const step = (action: Transfer['history'][number]['action'], to: Transfer['state'], office: NonNullable<Transfer['history'][number]['office']>, by: string, day: number) =>
  ({ action, from: null, to, at: `2026-11-${day}T09:30:00+08:00`, office, by, reason: null, comment: null })

/** As on the drawing: the committee is to issue, two steps to go. */
export function anEndorsedTransfer(given: Partial<Transfer> = {}): Transfer {
  const committee = form.originCommitteeName
  return aTransfer({
    state: 'endorsed', holder: { office: 'origin_committee', name: committee ?? '' }, dueAt: '2026-12-03T23:59:59+08:00', daysLeft: 5, otherSide: '张江科学城综合党委', submittedAt: '2026-11-23T08:12:00+08:00',
    history: [step('create', 'draft', 'member', '本人', 22), step('submit', 'submitted', 'member', '本人', 23), step('precheck', 'prechecked', 'center', '党群服务中心', 24), step('endorse', 'endorsed', 'origin_branch', form.originBranchName ?? '', 25)],
    ahead: [{ state: 'issued', office: 'receiving_committee', name: '张江科学城综合党委' }, { state: 'receiving', office: 'receiving_committee', name: '张江科学城综合党委' }, { state: 'accepted', office: 'receiving_branch', name: null }],
    allowedActions: ['withdraw'], ...given,
  }, { receivingCommitteeName: '张江科学城综合党委', duesPaidTo: '2026-11' })
}
