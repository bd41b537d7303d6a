import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FileBody } from '@dangqun/contracts/kit/files'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import type { FastifyReply } from 'fastify'
import { from, lastValueFrom, type Observable } from 'rxjs'
import type { EntityManager } from 'typeorm'
import { Clock } from '../clock/clock.js'
import { FieldCipher } from '../crypto/field-cipher.js'
import { Units } from '../database/units.js'
import { refuseRequest } from '../errors/request.errors.js'
import type { ContractRequest } from './contract-request.js'
import { claimKey, keepReply } from './idempotency.queries.js'
import { CONTRACT, type BoundContract } from './implements.js'
import { FinishedReply, type Idempotency } from './scope.js'

/**
 * One transaction per request with its centre set: claim the idempotency key → handle → serialise →
 * store the bytes under the key → commit → send. Runs outside of Nest's serializer, so what it
 * stores and sends has already been stripped to the contract.
 */
@Injectable()
export class UnitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const bound = this.reflector.get<BoundContract | undefined>(CONTRACT, context.getHandler())
    if (!bound) return next.handle()
    return from(this.handle(bound, context, next))
  }

  private async handle(bound: BoundContract, context: ExecutionContext, next: CallHandler): Promise<string | Buffer> {
    const http = context.switchToHttp()
    const request = http.getRequest<ContractRequest>()
    const finished = bound.detached ? await this.handleDetached(bound, request, next) : await this.handleInUnit(bound, request, next)
    const reply = http.getResponse<FastifyReply>()
    if (finished.status !== bound.route.status) void reply.status(finished.status)
    if (finished.replayed) void reply.header('idempotency-replayed', 'true')
    if (finished.file) return sendFile(reply, finished.file)
    void reply.header('content-type', 'application/json; charset=utf-8')
    // What one caller was told must not reach the next one at the same desk.
    void reply.header('cache-control', 'no-store')
    return finished.bytes
  }

  private async handleDetached(bound: BoundContract, request: ContractRequest, next: CallHandler): Promise<FinishedReply> {
    const { caller, centerId } = request
    const outcome = { status: bound.route.status, replayed: false }
    request.scope = { address: request.ip, agent: request.headers['user-agent'] ?? '', now: this.clock.now(), caller, idempotency: caller && centerId ? idempotencyOf(bound, request, this.cipher) : null, outcome, ...(centerId === null ? {} : { centerId }) }
    const answer: unknown = await lastValueFrom(next.handle())
    return new FinishedReply(outcome.status, typeof answer === 'string' ? answer : JSON.stringify(answer ?? null), outcome.replayed)
  }

  private handleInUnit(bound: BoundContract, request: ContractRequest, next: CallHandler): Promise<FinishedReply> {
    const { caller, centerId } = request
    const work = async (manager: EntityManager): Promise<FinishedReply> => {
      const now = this.clock.now()
      const idempotency = caller && centerId ? idempotencyOf(bound, request, this.cipher) : null
      if (idempotency && caller) {
        const stored = await claimKey(manager, caller.accountId, idempotency, now)
        if (stored) return stored
      }
      request.scope = { manager, now, caller, ...(centerId === null ? {} : { centerId }) }
      const answer: unknown = await lastValueFrom(next.handle())
      const finished = bound.route.gives ? new FinishedReply(bound.route.status, '', false, answer as FileReply) : new FinishedReply(bound.route.status, JSON.stringify(answer ?? null))
      if (idempotency && caller) await keepReply(manager, caller.accountId, idempotency, finished)
      return finished
    }
    return centerId === null ? this.units.run(work) : this.units.runAt(centerId, work)
  }
}

/** Whatever somebody managed to hand in, a browser shows it as what it is, alone, and runs nothing. */
function sendFile(reply: FastifyReply, { type, name, isPublic, bytes }: FileReply): Buffer {
  void reply.headers({
    'content-type': type,
    'content-disposition': `${type.startsWith('image/') ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'no-store',
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function idempotencyOf(bound: BoundContract, request: ContractRequest, cipher: FieldCipher): Idempotency | null {
  const key = request.headers['idempotency-key']
  if (bound.route.method !== 'POST' || bound.route.gives || bound.route.keepsNoReply || key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw refuseRequest('request.invalid', [{ path: 'Idempotency-Key', message: '请求编号应为 8 到 100 个可见字符' }])
  }
  const { takes } = bound.route
  // Keyed: a body may hold an ID number, which a plain digest would let anybody guess.
  const requestHash = cipher.fingerprint('request', request.url, takes ? bytesOf(request.body) : JSON.stringify(request.body ?? {}))
  return { route: `${bound.route.method} ${bound.route.path}`, key, requestHash }
}

/** What was handed in; anything else is refused by the schema afterwards. */
function bytesOf(body: unknown): Uint8Array {
  const bytes = (body as Partial<FileBody> | undefined)?.bytes
  return bytes instanceof Uint8Array ? bytes : new Uint8Array()
}
