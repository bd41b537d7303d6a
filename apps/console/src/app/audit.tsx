import type { FactRow } from '@dangqun/contracts/audit/schemas'
import { useParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { permissionsAt } from '../accounts/accounts.rules'
import { AuditListPage } from '../audit/audit-list.page'
import { pathOf, sayDetail, sayRole } from './audit-words.rules'
import { sections } from './navigation'

/** The ledger is of one slice; roles, states and the pages of subjects are of the others. */
export function AuditPage() {
  const { center = '' } = useParams()
  const { data: me } = useMe()
  const permissions = me && permissionsAt(me, center)
  // An auditor may open no subject: a link that leads to a refusal is none.
  const reachable = (at: string, row: FactRow) => {
    const path = pathOf(at, row)
    const first = path?.split(/[/?]/)[2]
    const needs = first === 'printers' ? 'transfer.readCases' : sections.find((each) => first === each.path)?.needs
    return needs && permissions?.has(needs) ? path : null
  }
  return <AuditListPage sayRole={sayRole} sayDetail={sayDetail} pathOf={reachable} seesPlatform={permissions?.has('audit.readPlatform') ?? false} />
}
