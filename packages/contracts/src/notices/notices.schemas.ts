import * as z from 'zod'
import { centerParams } from '../centers/centers.schemas.js'
import { page, pageQuery } from '../kit/page.schemas.js'
import type { SchemasFor } from '../kit/schemas.js'
import { id, moment } from '../kit/text.schemas.js'
import { noticeKinds, noticeSubjectSlices, pushAnswers, pushTopics } from './notices.vocabulary.js'
import type { noticesRoutes } from './notices.routes.js'

export const noticeParams = centerParams.extend({ id })
export type NoticeParams = z.input<typeof noticeParams>

/** What the notice is about. */
export const noticeSubject = z.object({ slice: z.enum(noticeSubjectSlices), id })
export type NoticeSubject = z.infer<typeof noticeSubject>

export const notice = z.object({
  id,
  kind: z.enum(noticeKinds),
  /** Rendered here, so that a phone that does not know a new kind yet can show it all the same. */
  title: z.string(),
  body: z.string(),
  subject: noticeSubject,
  createdAt: moment,
  readAt: moment.nullable(),
})
export type Notice = z.infer<typeof notice>

export const noticesQuery = z.object({
  /** `unread`: only what was not read yet. */
  show: z.enum(['all', 'unread']).default('all'),
  ...pageQuery,
})
export type NoticesQuery = z.input<typeof noticesQuery>

export const noticesPage = page(notice)
export type NoticesPage = z.infer<typeof noticesPage>

/** How many are unread; counted up to 100, which stands for "100 or more". */
export const unreadCount = z.object({ unread: z.number().int().min(0).max(100) })
export type UnreadCount = z.infer<typeof unreadCount>

/** `until`: the newest that was seen, so that what came meanwhile stays unread. Default: all. */
export const readAll = z.object({ until: moment.optional() })
export type ReadAll = z.input<typeof readAll>

export const pushTopic = z.object({
  topic: z.enum(pushTopics),
  /** WeChat's, for `wx.requestSubscribeMessage`. */
  templateId: z.string(),
  /** Allowed once for ever, instead of once a message. */
  isLongTerm: z.boolean(),
  /** Messages that I have allowed and that were not sent yet, at this centre; for a long-term one 1 or 0. */
  left: z.number().int(),
})
export type PushTopicState = z.infer<typeof pushTopic>

export const pushTopicsReply = z.object({ items: z.array(pushTopic) })
export type PushTopicsReply = z.infer<typeof pushTopicsReply>

/** What the person answered in WeChat's dialog, by topic. */
export const allowPushes = z.object({ answers: z.array(z.object({ topic: z.enum(pushTopics), answer: z.enum(pushAnswers) })).min(1).max(3) })
export type AllowPushes = z.input<typeof allowPushes>

const none = z.object({})

export const noticesSchemas = {
  listMine: { params: centerParams, query: noticesQuery, reply: noticesPage },
  countUnread: { params: centerParams, reply: unreadCount },
  read: { params: noticeParams, body: none, reply: notice },
  readAll: { params: centerParams, body: readAll, reply: unreadCount },
  listTopics: { params: centerParams, reply: pushTopicsReply },
  allowPushes: { params: centerParams, body: allowPushes, reply: pushTopicsReply },
} satisfies SchemasFor<typeof noticesRoutes>
