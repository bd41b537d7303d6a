import type { FastifyRequest } from 'fastify'
import type { Caller, DetachedScope, Scope } from './scope.js'

/** What guard and interceptor leave on a request. */
export interface ContractRequest extends FastifyRequest {
  caller: Caller | null
  centerId: string | null
  scope: Scope | DetachedScope
}
