/**
 * What a notice says, by kind: the one place for the inbox on the phone and in the console, and for what WeChat is
 * asked to send. `{name}` stands for a parameter: a title, a time or a place as it is public anyway, never a person's
 * name, number, Party membership or anything else about somebody.
 */
export const noticeTexts = {
  'notices.announced': { title: '中心公告', body: '{title}' },
  'activities.changed': { title: '活动有变动', body: '「{title}」{changes}' },
  'activities.cancelled': { title: '活动已取消', body: '「{title}」已取消，你不用再做什么。{reason}' },
  'activities.reopened': { title: '活动重新开放报名', body: '「{title}」重新开放报名，你的报名仍然有效' },
  'activities.promoted': { title: '候补成功', body: '「{title}」有空位了，你已报名成功，{startsAt}在{place}开始' },
  'activities.offered': { title: '有空位等你确认', body: '「{title}」空出一个名额，请在 {until} 前确认，过时会让给下一位' },
  'activities.offerLapsed': { title: '名额已让给下一位', body: '「{title}」的名额没有在期限内确认，已让给下一位' },
  // What was decided, and as what somebody asked to be known, is told behind the login only.
  'organization.bindingDecided': { title: '你的身份核对有结果了', body: '点开看结果和接下来怎么办' },
  // To the desk: at most one of each a day.
  'organization.bindingWaiting': { title: '有身份核对在等处理', body: '今天有新的申请，请到“身份核对”处理' },
  'activities.appealWaiting': { title: '有爽约申诉在等处理', body: '今天有新的申诉，请到“爽约与申诉”处理' },
  // To whoever asked for a list. What for, and why not, stands behind the login.
  'activities.exportDecided': { title: '名单导出有结果了', body: '「{title}」的报名名单{outcome}' },
  // Nothing of what it is about: Party data does not enter a notice.
  'transfer.moved': { title: '你的申请有新进展', body: '点开看看现在到了哪一步、还要等多久' },
  'transfer.dueSoon': { title: '你的申请快到期了', body: '{left}，点开看看要做什么' },
  'transfer.dutyDue': { title: '有一件事快到期了', body: '还有 {days} 天到期，请在待办里办理' },
  // Nothing of what is needed, from whom, or how it was decided.
  'financing.demandMoved': { title: '你的融资需求有新进展', body: '点开看看到了哪一步、接下来做什么' },
  'financing.sharingEnding': { title: '有一家银行的授权快到期了', body: '到期后银行就看不到你的资料，点开可以续上' },
  'financing.referralWaiting': { title: '有对接单等你办', body: '请到“对接单”处理' },
  'financing.demandWaiting': { title: '有融资需求等你办', body: '请到“融资需求”处理' },
} as const satisfies Record<`${string}.${string}`, NoticeText>

export interface NoticeText {
  readonly title: string
  readonly body: string
}

export type NoticeKind = keyof typeof noticeTexts
export const noticeKinds = Object.keys(noticeTexts) as [NoticeKind, ...NoticeKind[]]

/** For whoever works in the console: what they are about is dealt with there. */
export const deskKinds: readonly NoticeKind[] = ['organization.bindingWaiting', 'activities.appealWaiting', 'activities.exportDecided', 'transfer.dutyDue', 'financing.referralWaiting', 'financing.demandWaiting']

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** The words that a kind needs, and no others. */
export type NoticeParameters<Kind extends NoticeKind> = Readonly<Record<NamesIn<(typeof noticeTexts)[Kind]['title' | 'body']>, string>>

/** The words of a notice; a parameter that is missing leaves no trace. */
export function renderNotice(kind: NoticeKind, parameters: Readonly<Record<string, string>>): NoticeText {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '')
  const { title, body } = noticeTexts[kind]
  return { title: fill(title), body: fill(body) }
}

/** Where a notice leads: the slice that shows its subject. */
export const noticeSubjectSlices = ['activities', 'notices', 'organization', 'transfer', 'financing'] as const
export type NoticeSubjectSlice = (typeof noticeSubjectSlices)[number]

export const noticesErrorCodes = ['notices.notFound'] as const
export type NoticesErrorCode = (typeof noticesErrorCodes)[number]

/** What somebody may let WeChat tell them; each is one template of a subscribe message. */
export const pushTopics = ['activityChange', 'waitlistTurn'] as const
export type PushTopic = (typeof pushTopics)[number]
export const pushTopicLabels: Record<PushTopic, string> = { activityChange: '活动变动提醒', waitlistTurn: '候补结果提醒' }

/** The topic that a kind is sent under; a kind without one stays in the inbox. `note` names the parameter with the details. */
export const noticeTopics: { readonly [Kind in NoticeKind]?: { readonly topic: PushTopic; readonly note?: keyof NoticeParameters<Kind> } } = {
  'activities.changed': { topic: 'activityChange', note: 'changes' },
  'activities.cancelled': { topic: 'activityChange', note: 'reason' },
  'activities.promoted': { topic: 'waitlistTurn', note: 'startsAt' },
  'activities.offered': { topic: 'waitlistTurn', note: 'until' },
}

/** What WeChat's dialog answers for one template. */
export const pushAnswers = ['accept', 'reject', 'ban', 'filter'] as const
export type PushAnswer = (typeof pushAnswers)[number]
