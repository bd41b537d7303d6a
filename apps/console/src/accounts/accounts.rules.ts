import type { Grant, Me } from '@dangqun/contracts/accounts/schemas'
import type { Permission } from '@dangqun/contracts/kit/access'

export interface GrantedCenter {
  slug: string
  name: string
}

/**
 * Centres at which the account may do something here, each once, in the order of its grants.
 * @param all every centre, for roles that are held on the whole platform
 */
export function centersOf(me: Pick<Me, 'grants'>, all: readonly GrantedCenter[] = []): GrantedCenter[] {
  const centers = new Map<string, GrantedCenter>()
  for (const grant of me.grants.filter(({ permissions }) => permissions.length > 0)) {
    for (const center of grant.center ? [grant.center] : all) centers.set(center.slug, center)
  }
  return [...centers.values()]
}

/** Whether it holds a role of the platform that opens something here. */
export function worksOnPlatform(me: Pick<Me, 'grants'>): boolean {
  return me.grants.some(({ center, permissions }) => center === null && permissions.length > 0)
}

function grantsAt(me: Pick<Me, 'grants'>, center: string): Grant[] {
  return me.grants.filter((grant) => grant.center === null || grant.center.slug === center)
}

/** All permissions at one centre, over all roles held there or on the platform. */
export function permissionsAt(me: Pick<Me, 'grants'>, center: string): ReadonlySet<Permission> {
  return new Set(grantsAt(me, center).flatMap((grant) => grant.permissions))
}

export function rolesAt(me: Pick<Me, 'grants'>, center: string): Grant['role'][] {
  return [...new Set(grantsAt(me, center).map((grant) => grant.role))]
}

/** Where to go after login: only a path of this console, never another site. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !/^\/(login|join)/.test(next) ? next : '/'
}
