import { route } from '../kit/route.js'
import type { AuditCenterParams, ChainState, FactsPage, FactsQuery, HistoryPage, HistoryParams, HistoryQuery, Verification, VerificationQuery } from './audit.schemas.js'

const ledger = '/centers/{center}/audit'

export const auditRoutes = {
  listFacts: route<{ params: AuditCenterParams; query: FactsQuery; reply: FactsPage }>({
    method: 'GET', path: `${ledger}/facts`, access: 'audit.read', status: 200, summary: '审计记录，新的在前',
  }),
  chain: route<{ params: AuditCenterParams; reply: ChainState }>({
    method: 'GET', path: `${ledger}/chain`, access: 'audit.read', status: 200, summary: '封存到哪里',
  }),
  verify: route<{ params: AuditCenterParams; query: VerificationQuery; reply: Verification }>({
    method: 'GET', path: `${ledger}/verification`, access: 'audit.read', status: 200, summary: '校验一段封条，逐段走到末尾',
  }),
  listPlatformFacts: route<{ query: FactsQuery; reply: FactsPage }>({
    method: 'GET', path: '/audit/facts', access: 'audit.readPlatform', status: 200, summary: '平台的审计记录，不属于任何中心',
  }),
  platformChain: route<{ reply: ChainState }>({
    method: 'GET', path: '/audit/chain', access: 'audit.readPlatform', status: 200, summary: '平台记录封存到哪里',
  }),
  verifyPlatform: route<{ query: VerificationQuery; reply: Verification }>({
    method: 'GET', path: '/audit/verification', access: 'audit.readPlatform', status: 200, summary: '校验平台的一段封条',
  }),
  history: route<{ params: HistoryParams; query: HistoryQuery; reply: HistoryPage }>({
    method: 'GET', path: '/centers/{center}/history/{kind}/{id}', access: 'signedIn', status: 200, summary: '一件事的经过，给看得到这件事的人',
  }),
}
