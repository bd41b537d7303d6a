import type { AskBinding, MyBinding } from '@dangqun/contracts/organization/bindings/schemas'
import { bindingConsentVersion, bindingStateLabels, type BindingBasis, type BindingKind } from '@dangqun/contracts/organization/bindings/vocabulary'

export interface AskDraft {
  name: string
  idNumber: string
  firm: string
  basis: BindingBasis
}

export const emptyAsk: AskDraft = { name: '', idNumber: '', firm: '', basis: 'legal_representative' }

/** Why it is asked, and who sees it: the words that `bindingConsentVersion` stands for. Another text needs another version. */
export const askWords: Record<BindingKind, { title: string; why: string; who: string }> = {
  member: {
    title: '核对党员身份',
    why: '核对后可以在手机上办组织关系等党务，不用反复填写。不核对也能报名活动、使用其他服务。',
    who: '只有本中心的工作人员看得到，用来和名册比对。身份证号加密保存，核对完就删除。能不能对上，只在窗口当面告诉本人。',
  },
  firm: {
    title: '核对企业代表身份',
    why: '核对后可以代表企业填报融资需求等企业服务。只是个人来参加活动，不用核对。',
    who: '只有本中心的工作人员看得到。请带营业执照，法定代表人带身份证，代办人带授权书，到窗口核对原件。',
  },
}

/** By field; the server checks the number's last digit as well. */
export function checkAsk(kind: BindingKind, draft: AskDraft): Partial<Record<keyof AskDraft, string>> {
  const wrong: Partial<Record<keyof AskDraft, string>> = {}
  if (draft.name.trim() === '') wrong.name = '请填写姓名'
  if (kind === 'member' && !/^\d{17}[\dXx]$/.test(plain(draft.idNumber))) wrong.idNumber = '请填写 18 位身份证号'
  if (kind === 'firm' && draft.firm.trim().length < 2) wrong.firm = '请填写营业执照上的名称'
  return wrong
}

export function toAsk(kind: BindingKind, draft: AskDraft): AskBinding {
  const given = { name: draft.name.trim(), consentVersion: bindingConsentVersion } as const
  return kind === 'member' ? { kind, ...given, idNumber: plain(draft.idNumber) } : { kind, ...given, firm: draft.firm.trim(), basis: draft.basis }
}

/** What to do next, below a binding's name. */
export function sayBinding({ kind, state, target, reason }: MyBinding): string {
  if (state === 'pending') return kind === 'member' ? '请带身份证到窗口核对，或等工作人员按登记的电话联系你' : '请带营业执照、身份证或授权书到窗口核对'
  if (state === 'confirmed') return target ?? bindingStateLabels.confirmed
  if (state === 'refused') return `${reason ?? ''}。可以重新提交，或到窗口咨询`
  return reason ?? '已解除'
}

function plain(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}
