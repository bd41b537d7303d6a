import type { InvitationOffer } from '@dangqun/contracts/accounts/grants/schemas'
import { invitationCodeLength, roleLabels } from '@dangqun/contracts/accounts/vocabulary'

/** What was typed, without what stands between the symbols. */
export function plainCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[\s\-–—]/g, '')
}

/** What is wrong with a code before anyone is asked; null: it may be sent. */
export function codeProblem(typed: string): string | null {
  const code = plainCode(typed)
  if (code === '') return '请输入邀请码'
  return code.length === invitationCodeLength ? null : `邀请码是 ${invitationCodeLength} 位，现在是 ${code.length} 位`
}

/** `尚百商圈党群服务中心 · 第一党支部 · 支部书记` */
export function sayOffer({ center, scope, role }: InvitationOffer): string {
  return [center?.name ?? '整个平台', scope?.name, roleLabels[role]].filter(Boolean).join(' · ')
}
