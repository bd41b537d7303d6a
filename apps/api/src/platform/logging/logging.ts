import type { LoggerService } from '@nestjs/common'
import { pino, type Logger } from 'pino'

/** Names under which something personal or secret could reach a log by mistake. */
const redact = ['authorization', 'token', 'password', 'secret', 'phone', 'name', 'idNumber', 'ticket', 'code', 'js_code', 'openid', 'session_key']

export function createLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: redact.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' } })
}

/** For lines whose every field is known and harmless: looking for names to redact costs more than writing them. */
export function withoutRedaction(logger: Logger): Logger {
  return logger.child({}, { redact: [] })
}

/** Nest's log lines through pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message))
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message))
  }
  verbose(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message))
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message))
  }
  error(message: unknown, ...rest: string[]): void {
    this.logger.error({ context: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined }, String(message))
  }
}
