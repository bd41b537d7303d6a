import { Injectable } from '@nestjs/common'
import type { financingVersionsSchemas, ProductVersion, VersionsPage, VersionSummary } from '@dangqun/contracts/financing/versions/schemas'
import { versionStateLabels, type VersionAction, type VersionAllowedAction } from '@dangqun/contracts/financing/vocabulary'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { localDateOf } from '../platform/calendar/calendar.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { nominalBp, type LprValues } from './financing-check.rules.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { isOpen, nextVersionState, versionActionsFrom } from './financing-versions.machine.js'
import * as queries from './financing-versions.queries.js'
import { refuseFinancing } from './financing.errors.js'
import type { FinancingFact } from './financing.facts.js'
import { mayActOnVersion, maySeeVersion, writesForBank, type ProductDesk } from './financing.policy.js'
import { listBanks, lprOn } from './financing.queries.js'

type Schemas = typeof financingVersionsSchemas
type Row = queries.VersionRow
type Named = { id: string; number: string }

const factOf = { submit: 'financing.versionSubmitted', approve: 'financing.versionApproved', return: 'financing.versionReturned', withdraw: 'financing.versionWithdrawn' } as const

/** The desk of banks and centre: products before they are on offer, and after. */
@Injectable()
export class FinancingVersionsService {
  constructor(
    private readonly audit: Audit,
    private readonly matching: FinancingMatchingService,
  ) {}

  async list(scope: SignedInCenterScope, { cursor, limit, bankId, state, productId }: Parsed<Schemas['list'], 'query'>): Promise<VersionsPage> {
    const desk = deskOf(scope)
    const [createdAt = '', after = '', number = '0'] = readCursor(cursor, 3) ?? []
    const seen = desk.approves ? (bankId === undefined ? null : [bankId]) : [...desk.banks].filter((each) => bankId === undefined || each === bankId)
    const rows = await queries.listVersions(scope.manager, { banks: seen, state, productId, after: cursor === undefined ? null : { createdAt, productId: after, number: Number(number) }, most: limit + 1 })
    const lpr = await lprOn(scope.manager, localDateOf(scope.now))
    return pageOf(rows, limit, (row) => summarise(row, lpr), (row) => [row.createdAt.toISOString(), row.productId, String(row.number)])
  }

  /** @throws AppError `financing.versionNotFound`, also for another bank's */
  async get(scope: SignedInCenterScope, { id, number }: Named): Promise<ProductVersion> {
    return this.present(scope, await this.find(scope, id, Number(number)))
  }

  /** @throws AppError `financing.bankNotFound` for a bank that the caller does not speak for */
  async create(scope: SignedInCenterScope, { bankId, terms }: Parsed<Schemas['create'], 'body'>): Promise<ProductVersion> {
    const isKnown = (await listBanks(scope.manager)).some(({ id }) => id === bankId)
    if (!isKnown || !mayActOnVersion('update', deskOf(scope), bankId)) throw refuseFinancing('financing.bankNotFound')
    const id = uuidv7()
    await queries.insertProduct(scope.manager, { id, bankId, at: scope.now })
    await queries.insertVersion(scope.manager, { productId: id, bankId, number: 1, terms, at: scope.now })
    await this.record(scope, id, { fact: 'financing.versionCreated', data: { number: 1, bankId } })
    return this.get(scope, { id, number: '1' })
  }

  /** The next version, copied from the newest. @throws AppError `financing.productNotFound`, `financing.openVersion`, `financing.bankRetired` */
  async renew(scope: SignedInCenterScope, productId: string): Promise<ProductVersion> {
    const bankId = await queries.lockProduct(scope.manager, productId)
    if (bankId === null || !mayActOnVersion('renew', deskOf(scope), bankId)) throw refuseFinancing('financing.productNotFound')
    const [newest, ...older] = await queries.versionsOf(scope.manager, productId)
    if (!newest) throw refuseFinancing('financing.productNotFound')
    refuseRetired(newest, 'renew')
    if ([newest, ...older].some(({ state }) => isOpen(state) || state === 'submitted')) throw refuseFinancing('financing.openVersion')
    await queries.insertVersion(scope.manager, { productId, bankId, number: newest.number + 1, terms: newest.terms, at: scope.now })
    await this.record(scope, productId, { fact: 'financing.versionCreated', data: { number: newest.number + 1, bankId } })
    return this.get(scope, { id: productId, number: String(newest.number + 1) })
  }

  /** @throws AppError `financing.wrongState`, `financing.bankRetired`, `request.changedMeanwhile` */
  async update(scope: SignedInCenterScope, named: Named, { terms, revision }: Parsed<Schemas['update'], 'body'>): Promise<ProductVersion> {
    const row = await this.lock(scope, named, 'update')
    if (!isOpen(row.state)) throw wrongState(row)
    if (revision !== row.revision) throw refuseRequest('request.changedMeanwhile', { version: row.revision })
    await queries.saveVersion(scope.manager, { ...row, terms, revision: revision + 1 })
    await this.record(scope, row.productId, { fact: 'financing.versionChanged', data: { number: row.number, revision: revision + 1 } })
    return this.get(scope, named)
  }

  /** @throws AppError `financing.wrongState`, `financing.bankRetired`; `session.forbidden` when somebody else is to act */
  async act(scope: SignedInCenterScope, named: Named, action: VersionAction, note: string | null = null): Promise<ProductVersion> {
    const row = await this.lock(scope, named, action)
    const next = nextVersionState(row.state, action)
    if (next === null) throw wrongState(row)
    if (action !== 'withdraw' && row.terms.validTo < localDateOf(scope.now)) throw refuseRequest('request.invalid', [{ path: 'terms.validTo', message: '有效期已过，请先改有效期' }])
    if (action === 'approve') await this.replace(scope, row)
    const decided = action !== 'submit'
    await queries.saveVersion(scope.manager, { ...row, state: next, note, submittedAt: decided ? row.submittedAt : scope.now, decidedAt: decided ? scope.now : null })
    // What is on offer has changed.
    if (action === 'approve' || action === 'withdraw') await this.matching.askRematch(scope)
    await this.record(scope, row.productId, { fact: factOf[action], data: { number: row.number, from: row.state } })
    return this.get(scope, named)
  }

  /** The version on offer makes way for the approved one. */
  private async replace(scope: SignedInCenterScope, by: Row): Promise<void> {
    const standing = (await queries.versionsOf(scope.manager, by.productId)).find(({ state }) => state === 'approved')
    if (!standing) return
    await queries.saveVersion(scope.manager, { ...standing, state: 'replaced' })
    await this.record(scope, by.productId, { fact: 'financing.versionReplaced', data: { number: standing.number, by: by.number } })
  }

  private async find(scope: SignedInCenterScope, productId: string, number: number): Promise<Row> {
    const row = await queries.findVersion(scope.manager, productId, number)
    if (!row || !maySeeVersion(deskOf(scope), row.bankId)) throw refuseFinancing('financing.versionNotFound')
    return row
  }

  private async lock(scope: SignedInCenterScope, { id, number }: Named, action: VersionAllowedAction): Promise<Row> {
    await queries.lockProduct(scope.manager, id)
    const row = await this.find(scope, id, Number(number))
    if (!mayActOnVersion(action, deskOf(scope), row.bankId)) throw refuseRequest('session.forbidden')
    refuseRetired(row, action)
    return row
  }

  private async present(scope: SignedInCenterScope, row: Row): Promise<ProductVersion> {
    const desk = deskOf(scope)
    const isNewest = (await queries.versionsOf(scope.manager, row.productId))[0]?.number === row.number
    const possible: VersionAllowedAction[] = [...versionActionsFrom(row.state)]
    if (isOpen(row.state)) possible.push('update')
    else if (isNewest && row.state !== 'submitted') possible.push('renew')
    return {
      productId: row.productId, number: row.number, bank: bankOf(row), isBankRetired: row.isBankRetired, state: row.state, terms: row.terms, revision: row.revision, createdAt: shanghaiIso(row.createdAt),
      submittedAt: row.submittedAt && shanghaiIso(row.submittedAt), decidedAt: row.decidedAt && shanghaiIso(row.decidedAt), note: row.note,
      ...nominals(row, await lprOn(scope.manager, localDateOf(scope.now))),
      allowedActions: possible.filter((action) => mayActOnVersion(action, desk, row.bankId) && !(row.isBankRetired && writesForBank(action))),
    }
  }

  private record(scope: CenterScope, subjectId: string, fact: Pick<FinancingFact, 'fact' | 'data'>): Promise<void> {
    return this.audit.record(scope, { ...fact, subjectId })
  }
}

/** A grant for a bank speaks for that one; the centre's staff decide over all. */
function deskOf({ caller, centerId }: SignedInCenterScope): ProductDesk {
  const banks = caller.grants.flatMap(({ centerId: at, permissions, scope }) => (at === centerId && permissions.includes('financing.editProducts') && scope?.kind === 'bank' ? [scope.id] : []))
  return { banks: new Set(banks), approves: holds(caller, 'financing.approveProducts', centerId) }
}

/** Who writes for a bank hears that it is retired, rather than writing what nobody will see. */
function refuseRetired({ isBankRetired, bankName }: Row, action: VersionAllowedAction): void {
  if (isBankRetired && writesForBank(action)) throw refuseFinancing('financing.bankRetired', { name: bankName })
}

function wrongState({ state }: Row) {
  return refuseFinancing('financing.wrongState', { state, label: versionStateLabels[state] })
}

function bankOf({ bankId, bankName, bankKind }: Row) {
  return { id: bankId, name: bankName, kind: bankKind }
}

function nominals({ terms: { pricing } }: Row, lpr: LprValues | null): { nominalLowBp: number | null; nominalHighBp: number | null } {
  if (pricing.kind === 'lpr' && !lpr) return { nominalLowBp: null, nominalHighBp: null }
  const { lowBp, highBp } = nominalBp(pricing, lpr ?? { publishedOn: '', oneYearBp: 0, fiveYearBp: 0 })
  return { nominalLowBp: lowBp, nominalHighBp: highBp }
}

function summarise(row: Row, lpr: LprValues | null): VersionSummary {
  const { name, amountMinFen, amountMaxFen, termMinMonths, termMaxMonths, validTo, fees } = row.terms
  return {
    productId: row.productId, number: row.number, bank: bankOf(row), state: row.state, createdAt: shanghaiIso(row.createdAt), submittedAt: row.submittedAt && shanghaiIso(row.submittedAt),
    ...nominals(row, lpr), name, amountMinFen, amountMaxFen, termMinMonths, termMaxMonths, validTo, hasFees: fees && fees.length > 0,
  }
}
