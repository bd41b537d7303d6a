import { Inject, Injectable, Logger } from '@nestjs/common'
import type { AllowPushes, PushTopicsReply } from '@dangqun/contracts/notices/schemas'
import { noticeTopics, pushTopics, type NoticeKind, type PushTopic } from '@dangqun/contracts/notices/vocabulary'
import { Counter, register } from 'prom-client'
import type { EntityManager } from 'typeorm'
import { Clock } from '../platform/clock/clock.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { Units } from '../platform/database/units.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { enqueueEachStatement, type JobPayload } from '../platform/jobs/jobs.js'
import { WechatClient, WechatError, type SubscribeMessage } from '../platform/wechat/wechat.client.js'
import * as queries from './notices-push.queries.js'
import { fitFields, pushWords, verdictOf, type Verdict } from './notices-push.rules.js'

export const pushTask = 'notices.push'

/** Nobody taps more often than this before a message comes. */
const mostGrants = 20
/** A worker that has not settled by then is dead: WeChat answers within 5 s or not at all. */
const leaseMs = 60_000
/** A message that could not be sent for so long is stale; the inbox has it anyway. */
const staleMs = 24 * 3_600_000

const pushed = (register.getSingleMetric('dangqun_push_total') as Counter<'verdict' | 'errcode'> | undefined)
  ?? new Counter({ name: 'dangqun_push_total', help: 'Subscribe messages by what WeChat said; 47003 means that a template does not fit: look at WECHAT_TEMPLATES', labelNames: ['verdict', 'errcode'] })

interface Claim {
  noticeId: string
  grantId: string
  accountId: string
  topic: PushTopic
  message: SubscribeMessage
}

/** Subscribe messages of WeChat: what people allowed, and sending it. The inbox always has the notice too. */
@Injectable()
export class PushService {
  private readonly log = new Logger('Push')

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly units: Units,
    private readonly clock: Clock,
    private readonly wechat: WechatClient,
  ) {}

  async listTopics({ manager, caller }: SignedInCenterScope): Promise<PushTopicsReply> {
    const left = await queries.countOpenGrants(manager, caller.accountId)
    return {
      items: pushTopics.flatMap((topic) => {
        const template = this.config.wechat.templates[topic]
        return template ? [{ topic, templateId: template.id, isLongTerm: template.isLongTerm, left: left.get(topic) ?? 0 }] : []
      }),
    }
  }

  /** Writes into the ledger what was accepted; a refusal of this tap leaves what was allowed before. */
  async allow(scope: SignedInCenterScope, answers: AllowPushes['answers']): Promise<PushTopicsReply> {
    const { manager, caller, now } = scope
    const left = await queries.countOpenGrants(manager, caller.accountId)
    for (const { topic, answer } of answers) {
      const template = this.config.wechat.templates[topic]
      if (answer === 'accept' && template && (left.get(topic) ?? 0) < mostGrants) await queries.insertGrant(manager, { accountId: caller.accountId, topic, isLongTerm: template.isLongTerm, now })
    }
    return this.listTopics(scope)
  }

  /** Orders a push, in the caller's transaction, for each of these notices whose recipient allowed one. */
  async order(manager: EntityManager, notices: readonly { id: string; kind: NoticeKind }[]): Promise<void> {
    for (const topic of pushTopics) {
      const ids = notices.filter(({ kind }) => noticeTopics[kind]?.topic === topic).map(({ id }) => id)
      if (ids.length === 0 || !this.config.wechat.templates[topic]) continue
      const allowed = await queries.allowedAmong(manager, ids, topic)
      if (allowed.length === 0) continue
      const { text, values } = enqueueEachStatement(pushTask, allowed)
      await manager.query(text, values)
    }
  }

  /**
   * Sends one notice by WeChat, at most one message for a grant, whatever else runs. The grant is claimed in one
   * transaction, WeChat is asked outside of any, and what it said is settled in another.
   * @throws Error when it is to be tried again later: the job comes back, each time after a longer pause
   */
  async push({ centerId, subjectId }: JobPayload): Promise<void> {
    const claim = await this.units.runAt(centerId, (manager) => this.claim(manager, subjectId))
    if (!claim) return
    const errcode = await this.send(claim.message)
    const verdict = verdictOf(errcode)
    await this.units.runAt(centerId, (manager) => this.settle(manager, claim, verdict, errcode))
    pushed.inc({ verdict, errcode: String(errcode ?? 'none') })
    if (verdict === 'failed') this.log.error(`a subscribe message of ${claim.topic} was refused for good: errcode ${errcode}`)
    if (verdict === 'again') throw new Error(`WeChat could not take a message now: errcode ${errcode}`)
  }

  private async claim(manager: EntityManager, noticeId: string): Promise<Claim | null> {
    const now = this.clock.now()
    const notice = await queries.lockNotice(manager, noticeId)
    if (!notice?.accountId || notice.readAt) return null
    const topic = noticeTopics[notice.kind]?.topic
    const template = topic && this.config.wechat.templates[topic]
    if (!template) return null
    const known = await queries.readPush(manager, noticeId)
    if (known && known.state !== 'sending' && known.state !== 'waiting') return null
    if (known?.state === 'sending' && now.getTime() - known.claimedAt.getTime() < leaseMs) throw new Error('another worker is sending this message')
    if (now.getTime() - notice.createdAt.getTime() > staleMs) {
      if (known) await this.giveUp(manager, noticeId, known.grantId, null, now)
      return null
    }
    const openId = await queries.wechatSubjectOf(manager, notice.accountId)
    if (!openId) return null
    const grant = known ? { id: known.grantId } : await this.useGrant(manager, notice.accountId, topic, noticeId, now)
    if (!grant) return null
    if (known) await queries.claimPushAgain(manager, noticeId, now)
    const message = { openId, templateId: template.id, page: pageOf(notice), fields: fitFields(template.fields, pushWords(notice.kind, notice.parameters)) }
    return { noticeId, grantId: grant.id, accountId: notice.accountId, topic, message }
  }

  private async useGrant(manager: EntityManager, accountId: string, topic: PushTopic, noticeId: string, now: Date): Promise<queries.OpenGrant | null> {
    const grant = await queries.takeGrant(manager, accountId, topic)
    if (!grant) return null
    if (!grant.isLongTerm) await queries.useGrant(manager, grant.id, now)
    await queries.insertPush(manager, noticeId, grant, now)
    return grant
  }

  private async settle(manager: EntityManager, { noticeId, grantId, accountId, topic }: Claim, verdict: Verdict, errcode: number | null): Promise<void> {
    const now = this.clock.now()
    switch (verdict) {
      case 'sent':
        return queries.settlePush(manager, noticeId, 'sent', errcode, now)
      case 'again':
        return queries.settlePush(manager, noticeId, 'waiting', errcode, now)
      case 'refused':
        await queries.voidGrants(manager, accountId, topic, now)
        return queries.settlePush(manager, noticeId, 'refused', errcode, now)
      case 'failed':
        return this.giveUp(manager, noticeId, grantId, errcode, now)
    }
  }

  /** The message was not taken, so what the person allowed is still theirs. */
  private async giveUp(manager: EntityManager, noticeId: string, grantId: string, errcode: number | null, now: Date): Promise<void> {
    await queries.settlePush(manager, noticeId, 'failed', errcode, now)
    await queries.returnGrant(manager, grantId, now)
  }

  /** WeChat's error code; 0: taken; null: no answer. */
  private async send(message: SubscribeMessage): Promise<number | null> {
    try {
      await this.wechat.sendSubscribeMessage(message)
      return 0
    } catch (error) {
      if (error instanceof WechatError) return error.errcode
      throw error
    }
  }
}

function pageOf({ subjectSlice, subjectId, slug }: queries.PushedNotice): string {
  return subjectSlice === 'activities' ? `activities/pages/detail/index?center=${slug}&id=${subjectId}` : `notices/pages/inbox/index?center=${slug}`
}
