import { Injectable } from '@nestjs/common'
import type { AskExport, ExportRow, exportsSchemas, ExportsPage } from '@dangqun/contracts/activities/exports/schemas'
import { exportFetchHours, exportStateLabels, mostExportRows } from '@dangqun/contracts/activities/exports/vocabulary'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { listActors } from '../audit/audit-reading.queries.js'
import { Audit } from '../audit/audit.service.js'
import { NoticesService } from '../notices/notices.service.js'
import { openPhone } from '../organization/organization-phone.rules.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { maskPhone } from '../platform/crypto/masking.rules.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { writeSheet } from '../platform/sheets/sheet.js'
import { refuseExports } from './activities-exports.errors.js'
import type { ExportsFact } from './activities-exports.facts.js'
import { nextExportState } from './activities-exports.machine.js'
import { mayDecideExport, maySeeExport, mayTakeExport, type ExportReader } from './activities-exports.policy.js'
import * as queries from './activities-exports.queries.js'
import { answerableUntil, exportActionsNow, exportStateNow, exportTable, fetchableUntil, isOver, needsApproval, watermarkOf } from './activities-exports.rules.js'
import { ActivityRow } from './activities.entity.js'
import { refuseActivities } from './activities.errors.js'

type Schemas = typeof exportsSchemas

/** Lists of sign-ups leave by an asking with its purpose, and for many persons with a second person's word (DOMAIN.md §5). */
@Injectable()
export class ExportsService {
  constructor(
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly notices: NoticesService,
  ) {}

  /** @throws AppError `activities.notFound`, `activities.exportEmpty`, `activities.exportTooLarge`, `activities.exportPhoneNotAsked` */
  async ask(scope: SignedInCenterScope, activityId: string, { purpose, phoneReason }: Required<AskExport>): Promise<ExportRow> {
    const { manager, caller, now } = scope
    const activity = await this.activity(scope, activityId)
    if (phoneReason !== null && !activity.asks.includes('phone')) throw refuseExports('activities.exportPhoneNotAsked')
    const { rows, throughNumber } = await queries.sizeOfList(manager, activityId, now)
    if (rows === 0) throw refuseExports('activities.exportEmpty')
    if (rows > mostExportRows) throw refuseExports('activities.exportTooLarge', { most: mostExportRows, rows })
    const waits = needsApproval(rows)
    const asked = {
      id: uuidv7(), activityId, purpose, phoneReason, throughNumber, rows, state: waits ? 'asked' as const : 'approved' as const,
      askedBy: caller.accountId, askedAt: now, expiresAt: waits ? answerableUntil(now) : fetchableUntil(now),
    }
    await queries.insertExport(manager, asked)
    const row: queries.ExportListRow = { ...asked, activityTitle: activity.title, decidedBy: null, decidedAt: null, note: null, takenAt: null }
    await this.record(scope, 'activities.exportAsked', row)
    return this.presentOne(scope, row)
  }

  async list(scope: SignedInCenterScope, query: Parsed<Schemas['list'], 'query'>): Promise<ExportsPage> {
    const { manager, now } = scope
    const reader = readerOf(scope)
    const [askedAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const show = reader.approves || query.show === 'waiting' ? query.show : 'mine'
    // Nothing waits for somebody who decides nothing.
    const rows = show === 'waiting' && !reader.approves ? [] : await queries.listExports(manager, { show, accountId: reader.accountId, activityId: query.activityId ?? null, after: query.cursor === undefined ? null : { askedAt, id }, now, most: query.limit + 1 })
    const names = await namesOf(manager, rows)
    return pageOf(rows, query.limit, (row) => present(row, reader, names, now), (row) => [row.askedAt.toISOString(), row.id])
  }

  /** @throws AppError `activities.exportNotFound`, `activities.exportOwn`, `activities.exportDecided` */
  async decide(scope: SignedInCenterScope, id: string, step: 'approve' | 'refuse', note: string): Promise<ExportRow> {
    const { manager, caller, now } = scope
    const row = await this.lock(scope, id)
    if (!mayDecideExport(row, readerOf(scope))) throw refuseExports('activities.exportOwn')
    const state = nextExportState(row.state, step)
    if (state === null || isOver(row, now)) throw refuseExports('activities.exportDecided', { state: exportStateNow(row, now), allowedActions: [] })
    const decided = { state, note, expiresAt: state === 'approved' ? fetchableUntil(now) : null }
    await queries.decideExport(manager, id, { ...decided, accountId: caller.accountId }, now)
    await this.record(scope, state === 'approved' ? 'activities.exportApproved' : 'activities.exportRefused', row)
    const outcome = state === 'approved' ? `已批准，请在 ${exportFetchHours} 小时内到“名单导出”下载` : '没有获批，原因在“名单导出”里'
    await this.notices.tell(scope, { kind: 'activities.exportDecided', to: { accountId: row.askedBy }, subject: { slice: 'activities', id }, parameters: { title: row.activityTitle, outcome } })
    return this.presentOne(scope, { ...row, ...decided, decidedBy: caller.accountId, decidedAt: now })
  }

  /** The file, made anew each time; only who asked gets it. @throws AppError `activities.exportNotFound`, `activities.exportNotReady` */
  async take(scope: SignedInCenterScope, id: string): Promise<FileReply> {
    const { manager, centerId, caller, now } = scope
    const row = await this.lock(scope, id)
    if (!mayTakeExport(row, readerOf(scope))) throw refuseExports('activities.exportNotFound')
    if (nextExportState(row.state, 'take') === null || isOver(row, now)) {
      const state = exportStateNow(row, now)
      throw refuseExports('activities.exportNotReady', { state, label: state === 'taken' ? exportStateLabels.lapsed : exportStateLabels[state], allowedActions: [] })
    }
    const activity = await this.activity(scope, row.activityId)
    const list = await queries.readList(manager, row.activityId, row.throughNumber, now)
    const asksPhone = activity.asks.includes('phone')
    const signUps = list.map(({ number, personId, phone, ...each }) => ({ ...each, number: Number(number), phone: asksPhone && phone !== null ? openPhone(this.cipher, { center_id: centerId, id: personId }, phone) : null }))
    const [actor] = await listActors(manager, [caller.accountId])
    const watermark = watermarkOf({ center: await queries.nameOfCenter(manager), activity: activity.title, who: actor?.username ?? `账号 ${caller.accountId.slice(-8)}`, when: now, purpose: row.purpose, exportId: row.id })
    const bytes = await writeSheet({ name: activity.title, watermark, ...exportTable(activity, signUps, row.phoneReason === null ? maskPhone : String) })
    await queries.markTaken(manager, id, now)
    await this.record(scope, 'activities.exportTaken', { ...row, rows: signUps.length })
    return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes, name: 'sign-ups.xlsx', isPublic: false }
  }

  private async activity({ manager, centerId }: CenterScope, id: string): Promise<ActivityRow> {
    const found = await manager.findOneBy(ActivityRow, { centerId, id })
    if (!found) throw refuseActivities('activities.notFound')
    return found
  }

  private async lock(scope: SignedInCenterScope, id: string): Promise<queries.ExportListRow> {
    const row = await queries.lockExport(scope.manager, id)
    if (!row || !maySeeExport(row, readerOf(scope))) throw refuseExports('activities.exportNotFound')
    return row
  }

  private async record(scope: SignedInCenterScope, fact: ExportsFact['fact'], { id, activityId, rows, phoneReason }: queries.ExportListRow): Promise<void> {
    await this.audit.record(scope, { fact, subjectId: activityId, data: { exportId: id, rows, hasPhones: phoneReason !== null } } satisfies ExportsFact)
  }

  private async presentOne(scope: SignedInCenterScope, row: queries.ExportListRow): Promise<ExportRow> {
    return present(row, readerOf(scope), await namesOf(scope.manager, [row]), scope.now)
  }
}

function readerOf({ caller, centerId }: SignedInCenterScope): ExportReader {
  return { accountId: caller.accountId, approves: holds(caller, 'activities.approveExports', centerId) }
}

async function namesOf(manager: EntityManager, rows: readonly queries.ExportListRow[]): Promise<Map<string, string | null>> {
  const actors = await listActors(manager, [...new Set(rows.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy])))])
  return new Map(actors.map(({ accountId, username }) => [accountId, username]))
}

function present(row: queries.ExportListRow, reader: ExportReader, names: ReadonlyMap<string, string | null>, now: Date): ExportRow {
  return {
    id: row.id, activityId: row.activityId, activityTitle: row.activityTitle, purpose: row.purpose, phoneReason: row.phoneReason, rows: row.rows,
    state: exportStateNow(row, now), isMine: row.askedBy === reader.accountId, askedBy: names.get(row.askedBy) ?? null, askedAt: shanghaiIso(row.askedAt), needsApproval: needsApproval(row.rows),
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? null), decidedAt: row.decidedAt && shanghaiIso(row.decidedAt), note: row.note,
    expiresAt: row.expiresAt && shanghaiIso(row.expiresAt), takenAt: row.takenAt && shanghaiIso(row.takenAt), allowedActions: exportActionsNow(row, reader, now),
  }
}
