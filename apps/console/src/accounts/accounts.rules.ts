import type { Grant, Me } from '@dangqun/contracts/accounts/schemas'
import type { Permission } from '@dangqun/contracts/kit/access'

export interface GrantedCenter {
  slug: string
  name: string
}

/** Centres at which the account may do something here, each once, in the order of its grants. */
export function centersOf(me: Pick<Me, 'grants'>): GrantedCenter[] {
  const centers = new Map<string, GrantedCenter>()
  for (const grant of me.grants) {
    if (grant.center && grant.permissions.length > 0) centers.set(grant.center.slug, grant.center)
  }
  return [...centers.values()]
}

function grantsAt(me: Pick<Me, 'grants'>, center: string): Grant[] {
  return me.grants.filter((grant) => grant.center?.slug === center)
}

/** All permissions at one centre, over all roles held there. */
export function permissionsAt(me: Pick<Me, 'grants'>, center: string): ReadonlySet<Permission> {
  return new Set(grantsAt(me, center).flatMap((grant) => grant.permissions))
}

export function rolesAt(me: Pick<Me, 'grants'>, center: string): Grant['role'][] {
  return [...new Set(grantsAt(me, center).map((grant) => grant.role))]
}

/** Where to go after login: only a path of this console, never another site. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/'
}
