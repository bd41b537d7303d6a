import { Injectable } from '@nestjs/common'
import type { Banks, financingProductsSchemas, Product, ProductsPage } from '@dangqun/contracts/financing/products/schemas'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { CenterScope } from '../platform/http/scope.js'
import { nominalBp, type LprValues } from './financing-check.rules.js'
import { refuseFinancing } from './financing.errors.js'
import { findOffered, listBanks, lprOn, namesOfBanks, pageOffered, type OfferedRow } from './financing.queries.js'

/** What is on offer today, for anybody. */
@Injectable()
export class FinancingProductsService {
  async listBanks({ manager }: Pick<CenterScope, 'manager'>): Promise<Banks> {
    return { items: await listBanks(manager) }
  }

  /** By id, of those that are retired as well. */
  async bankNames({ manager }: Pick<CenterScope, 'manager'>, ids: readonly string[]): Promise<Map<string, string>> {
    return new Map((await namesOfBanks(manager, ids)).map(({ id, name }) => [id, name]))
  }

  async list({ manager, now }: CenterScope, { bankId, cursor, limit }: Parsed<typeof financingProductsSchemas.list, 'query'>): Promise<ProductsPage> {
    const [after = null] = readCursor(cursor, 1) ?? []
    const today = localDateOf(now)
    const lpr = await lprOn(manager, today)
    const rows = await pageOffered(manager, today, { bankId, after, most: limit + 1 })
    return pageOf(rows, limit, (row) => present(row, lpr), ({ id }) => [id])
  }

  /** @throws AppError `financing.productNotFound`, also for what is not on offer */
  async get({ manager, now }: CenterScope, id: string): Promise<Product> {
    const today = localDateOf(now)
    const row = await findOffered(manager, today, id)
    if (!row) throw refuseFinancing('financing.productNotFound')
    return present(row, await lprOn(manager, today))
  }
}

function present({ id, number, bankId, bankName, bankKind, terms }: OfferedRow, lpr: LprValues | null): Product {
  const range = terms.pricing.kind === 'fixed' || lpr ? nominalBp(terms.pricing, lpr ?? { publishedOn: '', oneYearBp: 0, fiveYearBp: 0 }) : null
  return { id, number, bank: { id: bankId, name: bankName, kind: bankKind }, terms, nominalLowBp: range?.lowBp ?? null, nominalHighBp: range?.highBp ?? null, lprOn: terms.pricing.kind === 'lpr' ? (lpr?.publishedOn ?? null) : null }
}
