import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { refuseRequest } from '../errors/request.errors.js'
import type { ContractRequest } from './contract-request.js'
import { Authenticator, CenterDirectory } from './doors.js'
import { CONTRACT, type BoundContract } from './implements.js'
import { holds } from './scope.js'

/**
 * Who asks, at which centre, and whether the route's access rule lets them in.
 * 401 without a session; 404 for a centre that does not exist; 403 without the permission.
 * A handler without a contract (health, metrics, documents) is left to itself.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly centers: CenterDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const bound = this.reflector.get<BoundContract | undefined>(CONTRACT, context.getHandler())
    if (!bound) return true
    const { access } = bound.route
    const request = context.switchToHttp().getRequest<ContractRequest>()
    const token = bearer(request.headers.authorization)
    request.caller = token === null ? null : await this.authenticator.authenticate(token, request.headers['x-unattended'] === undefined)
    if (access !== 'public' && !request.caller) throw refuseRequest('session.required')
    const slug = (request.params as Record<string, string> | undefined)?.['center']
    request.centerId = slug === undefined ? null : await this.centers.idOf(slug)
    if (slug !== undefined && request.centerId === null) throw refuseRequest('request.notFound')
    if (access !== 'public' && access !== 'signedIn' && !holds(request.caller, access, request.centerId)) {
      throw refuseRequest('session.forbidden')
    }
    return true
  }
}

function bearer(header: string | undefined): string | null {
  const match = /^Bearer ([\w-]{20,128})$/.exec(header ?? '')
  return match?.[1] ?? null
}
