import { transferCauseLabels, transferCauses, type TransferCause, type TransferDirection, type TransferKind } from '@dangqun/contracts/transfer/vocabulary'
import { directionsWords } from './transfer-words.rules'

export interface Option<Value> {
  readonly value: Value
  readonly title: string
  readonly words?: string
}

/** 1: out, in or within? */
export const directionOptions: readonly Option<TransferDirection>[] = (['out', 'in', 'internal'] as const).map((value) => ({ value, ...directionsWords[value] }))

const restricted: Option<TransferKind> = { value: 'restricted_paper', title: '涉密单位、部队、公安等', words: '这类要到柜台办纸质介绍信' }

/** 2: to where, or from where? It decides how the letter travels (DOMAIN §1, kinds). A move within one committee is not asked. */
export function kindOptions(direction: TransferDirection): readonly Option<TransferKind>[] {
  const isIn = direction === 'in'
  return [
    { value: 'in_province', title: isIn ? '安徽省内' : '还在安徽省内', words: '网上转，不用纸质介绍信' },
    { value: 'cross_province_online', title: '外省，对方说可以网上转', words: '先问过对方，全国系统里能查到它' },
    { value: 'cross_province_paper', title: '外省，用纸质介绍信', words: '不确定也选这个，中心会帮你核对' },
    restricted,
  ]
}

/** 3: why? */
export const causeOptions: readonly Option<TransferCause>[] = transferCauses.map((value) => ({ value, title: transferCauseLabels[value] }))

export const kindQuestions: Record<TransferDirection, string> = { out: '转到哪里去？', in: '从哪里转来？', internal: '' }

export type StartPage = 'direction' | 'kind' | 'cause' | 'consent'

/** The questions of a direction, in their order, consent last. */
export function pagesOf(direction: TransferDirection | null): readonly StartPage[] {
  return direction === 'internal' ? ['direction', 'cause', 'consent'] : ['direction', 'kind', 'cause', 'consent']
}
