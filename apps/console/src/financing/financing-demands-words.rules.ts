import type { DemandStep, DemandSummary } from '@dangqun/contracts/financing/demands/schemas'
import { demandActionLabels, demandStateLabels, type DemandClockAction, type DemandState } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Tone } from '../ui/palette'

/** A demand's states as the centre calls them; the contract speaks to the firm. */
export const centerStateLabels: Record<DemandState, string> = { ...demandStateLabels, draft: '退回修改中', matched: '等企业选银行' }

export const demandMarks: Record<DemandState, { tone: Tone; icon: string }> = {
  draft: { tone: 'quiet', icon: '✎' }, submitted: { tone: 'live', icon: '●' }, verified: { tone: 'live', icon: '…' }, matched: { tone: 'waiting', icon: '?' }, open: { tone: 'live', icon: '●' }, closed: { tone: 'done', icon: '✓' }, withdrawn: { tone: 'off', icon: '×' },
}

/** What happens to a demand without anybody pressing. */
export const demandClockLabels: Record<DemandClockAction, string> = { match: '完成匹配', satisfy: '需求已满足' }
const stepLabels: Record<DemandStep['action'], string> = { ...demandActionLabels, ...demandClockLabels, create: '新建' }

export function demandStepWords({ action, from }: Pick<DemandStep, 'action' | 'from'>): string {
  if (action === 'open' && from === 'open') return '再发给几家银行'
  return stepLabels[action]
}

/** What the centre has to do about a demand that waits for it; null: nothing. */
export function centerTask({ state, holder }: Pick<DemandSummary, 'state' | 'holder'>): string | null {
  if (holder !== 'center') return null
  if (state === 'submitted') return '核对企业和需求'
  // Verified and not matched: there is no LPR to reckon with.
  return state === 'verified' ? '录入 LPR' : '没有银行接，打电话'
}
