import { Injectable } from '@nestjs/common'
import type { Notice, NoticesPage, noticesSchemas, NoticeSubject, UnreadCount } from '@dangqun/contracts/notices/schemas'
import { renderNotice, type NoticeKind, type NoticeParameters } from '@dangqun/contracts/notices/vocabulary'
import type { EntityManager } from 'typeorm'
import { shanghaiIso } from '../platform/clock/clock.js'
import { pageOf, readCursor } from '../platform/http/cursor.js'
import type { Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { PushService } from './notices-push.service.js'
import { refuseNotices } from './notices.errors.js'
import * as queries from './notices.queries.js'
import { impersonal } from './notices.rules.js'

type Schemas = typeof noticesSchemas

/** Somebody of the centre, with or without a phone; or an account, such as a member of staff. */
export type Recipient = { readonly personId: string } | { readonly accountId: string }

type ToldOf<Kind extends NoticeKind> = {
  readonly kind: Kind
  readonly to: Recipient
  readonly subject: NoticeSubject
  readonly parameters: NoticeParameters<Kind>
  /** Which of several such events, such as the id of a change; the same one is told once. Default: there is only one. */
  readonly occurrence?: string
}
/** One notice to one recipient; its parameters are those of its kind. */
export type Told = { [Kind in NoticeKind]: ToldOf<Kind> }[NoticeKind]

const mostCounted = 100

@Injectable()
export class NoticesService {
  constructor(private readonly pushes: PushService) {}

  /**
   * Puts notices into inboxes, in the caller's transaction and at its centre. What was told before (recipient, kind,
   * subject and occurrence) is left out. Whoever allowed it is told by WeChat too, once this commits.
   * @returns how many were new
   */
  async tell({ manager, now }: { readonly manager: EntityManager; readonly now: Date }, ...told: Told[]): Promise<number> {
    if (told.length === 0) return 0
    const stored = await queries.insertNotices(manager, told.map(toRow), now)
    await this.pushes.order(manager, stored)
    return stored.length
  }

  async listMine({ manager, caller }: SignedInCenterScope, query: Parsed<Schemas['listMine'], 'query'>): Promise<NoticesPage> {
    const [createdAt = '', id = ''] = readCursor(query.cursor, 2) ?? []
    const rows = await queries.listNotices(manager, caller.accountId, { unreadOnly: query.show === 'unread', after: query.cursor === undefined ? null : { createdAt, id }, most: query.limit + 1 })
    return pageOf(rows, query.limit, toNotice, (row) => [row.createdAt.toISOString(), row.id])
  }

  async countUnread({ manager, caller }: SignedInCenterScope): Promise<UnreadCount> {
    return { unread: await queries.countUnread(manager, caller.accountId, mostCounted) }
  }

  /** @throws AppError `notices.notFound`, also for somebody else's */
  async read({ manager, caller, now }: SignedInCenterScope, id: string): Promise<Notice> {
    const row = await queries.markRead(manager, caller.accountId, id, now)
    if (!row) throw refuseNotices('notices.notFound')
    return toNotice(row)
  }

  async readAll(scope: SignedInCenterScope, until: string | undefined): Promise<UnreadCount> {
    const { manager, caller, now } = scope
    await queries.markAllRead(manager, caller.accountId, until === undefined ? now : new Date(until), now)
    return this.countUnread(scope)
  }
}

function toRow({ kind, to, subject, parameters, occurrence }: Told): queries.NewNotice {
  return {
    personId: 'personId' in to ? to.personId : null,
    accountId: 'accountId' in to ? to.accountId : null,
    kind, parameters: impersonal(parameters), subjectSlice: subject.slice, subjectId: subject.id, occurrence: occurrence ?? '',
  }
}

function toNotice(row: queries.NoticeRow): Notice {
  return {
    id: row.id, kind: row.kind, ...renderNotice(row.kind, row.parameters), subject: { slice: row.subjectSlice, id: row.subjectId },
    createdAt: shanghaiIso(row.createdAt), readAt: row.readAt && shanghaiIso(row.readAt),
  }
}
