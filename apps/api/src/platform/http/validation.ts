import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common'
import type { FieldError } from '@dangqun/contracts/kit/errors'
import * as z from 'zod'
import { refuseRequest } from '../errors/request.errors.js'

z.config(z.locales.zhCN())

type Issues = readonly { message: string; path?: readonly unknown[] }[]

/** Nest's own pipe, answering field paths with Chinese words. */
export const validationPipe = new (class extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues: Issues) => refuseRequest('request.invalid', issues.slice(0, 50).map(toFieldError)) })
  }

  // A POST without a body is one with an empty object.
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    return super.transform(metadata.type === 'body' ? (value ?? ({} as T)) : value, metadata)
  }
})()

function toFieldError(issue: Issues[number]): FieldError {
  const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' && segment !== null ? (segment as { key: unknown }).key : segment)).join('.')
  return { path, message: issue.message }
}
