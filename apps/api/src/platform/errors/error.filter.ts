import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { ErrorBody } from '@dangqun/contracts/kit/errors'
import type { FastifyReply } from 'fastify'
import { AppError } from './app-error.js'
import { isOutage } from './outage.js'
import { refuseRequest } from './request.errors.js'

/** The one form of an error answer. */
export function sendError(reply: FastifyReply, error: AppError): FastifyReply {
  if (error.status === 503) void reply.header('retry-after', '1')
  const body: ErrorBody = { error: { code: error.code, message: error.message, ...(error.details === undefined ? {} : { details: error.details }) } }
  return reply.status(error.status).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify(body))
}

/** Every error leaves the house through here, in one form. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Errors')

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>()
    void sendError(reply, this.translate(thrown))
  }

  private translate(thrown: unknown): AppError {
    if (thrown instanceof AppError) return thrown
    if (isOutage(thrown)) {
      this.log.warn(`the database is away: ${(thrown as Error).message}`)
      return refuseRequest('system.unavailable')
    }
    // What a schema let through and PostgreSQL could not read: a tampered cursor, a date that does not exist.
    if (/^22/.test(String((thrown as { code?: unknown } | null)?.code))) return refuseRequest('request.invalid')
    const status = thrown instanceof HttpException ? thrown.getStatus() : ((thrown as { statusCode?: number } | null)?.statusCode ?? 500)
    if (status === 404) return refuseRequest('request.notFound')
    if (status === 413) return refuseRequest('request.tooLarge')
    if (status === 415) return refuseRequest('request.unsupported')
    if (status >= 400 && status < 500) return refuseRequest('request.invalid')
    // A driver's message can quote a row: only the stack's place and the code are logged.
    const failure = thrown as { name?: string; code?: string; stack?: string; message?: string }
    const where = failure?.stack?.split('\n').filter((row) => row.trim().startsWith('at ')).slice(0, 8).join('\n')
    const words = failure?.name === 'QueryFailedError' ? `SQLSTATE ${failure.code}` : failure?.message
    this.log.error(`${failure?.name ?? 'unknown'}: ${words}`, where)
    return refuseRequest('system.failed')
  }
}
