import { Injectable } from '@nestjs/common'
import type { Announcement, AnnouncementsPage, announcementsSchemas, AnnouncementSummary, Audience, AudienceSize } from '@dangqun/contracts/notices/announcements/schemas'
import type { AnnouncementAction, AnnouncementAllowedAction } from '@dangqun/contracts/notices/announcements/vocabulary'
import type { EntityManager } from 'typeorm'
import { v7 as uuidv7 } from 'uuid'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import { holds, type CenterScope, type SignedInCenterScope } from '../platform/http/scope.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { announcementActionsFrom, nextAnnouncementState } from './notices-announcements.machine.js'
import * as queries from './notices-announcements.queries.js'
import { refuseNotices } from './notices.errors.js'
import type { NoticesFact } from './notices.facts.js'
import { NoticesService } from './notices.service.js'

type Schemas = typeof announcementsSchemas

export const announceTask = 'notices.announce'

/** Who belongs to an audience: answered where the slices meet, because this one does not know the others. */
export abstract class Audiences {
  /** Whether there is such an audience that may be written to. */
  abstract exists(manager: EntityManager, audience: Audience): Promise<boolean>
  /** How many it has now. */
  abstract size(manager: EntityManager, audience: Audience, now: Date): Promise<AudienceSize>
  /** Persons after a cursor ('' at first); `next` null: these were the last. */
  abstract persons(manager: EntityManager, audience: Audience, cursor: string, now: Date): Promise<{ personIds: string[]; next: string | null }>
}

@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly notices: NoticesService,
    private readonly audiences: Audiences,
  ) {}

  async list(scope: CenterScope, query: Parsed<Schemas['list'], 'query'>): Promise<AnnouncementsPage> {
    const [at = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const after = query.cursor === undefined ? null : { at, id }
    const most = query.limit + 1
    if (query.state !== 'published' && mayAnnounce(scope)) {
      const rows = await queries.listAll(scope.manager, query.state === 'all' ? null : query.state, after, most)
      return pageOf(rows, query.limit, toSummary, (row) => [row.changedAt.toISOString(), row.id])
    }
    const rows = await queries.listPublished(scope.manager, scope.caller?.accountId ?? null, after, most)
    return pageOf(rows, query.limit, toSummary, (row) => [(row.publishedAt ?? row.changedAt).toISOString(), row.id])
  }

  /** @throws AppError `announcements.notFound`, also for one that was told to others */
  async get(scope: CenterScope, id: string): Promise<Announcement> {
    const row = await queries.findAnnouncement(scope.manager, id)
    if (!row || !(mayAnnounce(scope) || (await queries.isKnownTo(scope.manager, id, scope.caller?.accountId ?? null)))) throw refuseNotices('announcements.notFound')
    return present(row, scope)
  }

  /** @throws AppError `announcements.noAudience` */
  async sizeOf({ manager, now }: CenterScope, audience: Audience): Promise<AudienceSize> {
    await this.refuseUnknown(manager, audience)
    return this.audiences.size(manager, audience, now)
  }

  /** @throws AppError `announcements.noAudience` */
  async create(scope: SignedInCenterScope, given: Parsed<Schemas['create'], 'body'>): Promise<Announcement> {
    await this.refuseUnknown(scope.manager, given.audience)
    const row: queries.AnnouncementRow = {
      id: uuidv7(), title: given.title, body: given.body, audience: given.audience.kind, audienceId: given.audience.id, state: 'draft',
      publishedAt: null, version: 1, createdAt: scope.now, changedAt: scope.now,
    }
    await queries.insertAnnouncement(scope.manager, row)
    await this.record(scope, { fact: 'notices.announcementWritten', subjectId: row.id })
    return present(row, scope)
  }

  /** @throws AppError `announcements.wrongState` once it was published, `request.changedMeanwhile` */
  async update(scope: SignedInCenterScope, id: string, { version, audience, ...words }: Parsed<Schemas['update'], 'body'>): Promise<Announcement> {
    const row = await this.lock(scope, id)
    if (row.state !== 'draft') throw wrongState(row, scope)
    if (version !== undefined && version !== row.version) throw refuseRequest('request.changedMeanwhile', { version: row.version })
    if (audience) {
      await this.refuseUnknown(scope.manager, audience)
      Object.assign(row, { audience: audience.kind, audienceId: audience.id })
    }
    Object.assign(row, words, { version: row.version + 1, changedAt: scope.now })
    await queries.saveAnnouncement(scope.manager, row)
    await this.record(scope, { fact: 'notices.announcementWritten', subjectId: id })
    return present(row, scope)
  }

  /** @throws AppError `announcements.wrongState` with the state and what is allowed */
  async act(scope: SignedInCenterScope, id: string, action: AnnouncementAction): Promise<Announcement> {
    const row = await this.lock(scope, id)
    const next = nextAnnouncementState(row.state, action)
    if (!next) throw wrongState(row, scope)
    Object.assign(row, { state: next, version: row.version + 1, changedAt: scope.now })
    if (next === 'published') {
      row.publishedAt = scope.now
      if (row.audience !== 'everyone') await this.jobs.enqueue(scope.manager, announceTask, { centerId: scope.centerId, subjectId: id })
    }
    if (next === 'withdrawn') await queries.deleteNoticesOf(scope.manager, id)
    await queries.saveAnnouncement(scope.manager, row)
    await this.record(scope, { fact: next === 'published' ? 'notices.announcementPublished' : 'notices.announcementWithdrawn', subjectId: id })
    return present(row, scope)
  }

  /**
   * Tells one batch of the audience; run again it tells those who were not told yet. The row stays locked meanwhile,
   * so that what is withdrawn is told to nobody afterwards.
   * @returns where the next batch begins; null: done, or withdrawn
   */
  async tellBatch(manager: EntityManager, id: string, cursor: string, now: Date): Promise<string | null> {
    const row = await queries.lockAnnouncement(manager, id, 'share')
    if (row?.state !== 'published') return null
    const { personIds, next } = await this.audiences.persons(manager, audienceOf(row), cursor, now)
    await this.notices.tell({ manager, now }, ...personIds.map((personId) => ({ kind: 'notices.announced' as const, to: { personId }, subject: { slice: 'notices' as const, id }, parameters: { title: row.title } })))
    return next
  }

  private async refuseUnknown(manager: EntityManager, audience: Audience): Promise<void> {
    if (!(await this.audiences.exists(manager, audience))) throw refuseNotices('announcements.noAudience')
  }

  private async lock(scope: SignedInCenterScope, id: string): Promise<queries.AnnouncementRow> {
    const row = await queries.lockAnnouncement(scope.manager, id, 'update')
    if (!row) throw refuseNotices('announcements.notFound')
    return row
  }

  private record(scope: SignedInCenterScope, fact: NoticesFact): Promise<void> {
    return this.audit.record(scope, fact)
  }
}

function mayAnnounce(scope: CenterScope): boolean {
  return holds(scope.caller, 'notices.announce', scope.centerId)
}

function allowedActions(row: queries.AnnouncementRow, scope: CenterScope): AnnouncementAllowedAction[] {
  if (!mayAnnounce(scope)) return []
  return [...announcementActionsFrom(row.state), ...(row.state === 'draft' ? (['update'] as const) : [])]
}

function wrongState(row: queries.AnnouncementRow, scope: CenterScope) {
  return refuseNotices('announcements.wrongState', { state: row.state, allowedActions: allowedActions(row, scope) })
}

function audienceOf(row: queries.AnnouncementRow): Audience {
  return { kind: row.audience, id: row.audienceId }
}

function toSummary(row: queries.AnnouncementRow): AnnouncementSummary {
  return { id: row.id, title: row.title, audience: audienceOf(row), state: row.state, publishedAt: row.publishedAt && shanghaiIso(row.publishedAt), changedAt: shanghaiIso(row.changedAt) }
}

function present(row: queries.AnnouncementRow, scope: CenterScope): Announcement {
  return { ...toSummary(row), body: row.body, version: row.version, allowedActions: allowedActions(row, scope) }
}
