/** One number that a centre may set: what it is called, its bounds, and what holds until somebody sets it. */
export interface NumberSetting {
  readonly label: string
  /** What it does, in a sentence that a manager understands. */
  readonly hint: string
  readonly unit: string
  readonly least: number
  readonly most: number
  readonly byDefault: number
}

/**
 * The numbers of each group. Another slice adds its group here: schema, defaults, API and the
 * console's form follow from the table.
 */
export const numberSettings = {
  activities: {
    offerHoldMinutes: { label: '候补名额保留', hint: '有人退出后，名额先留给候补第一位这么久，没确认就轮到下一位', unit: '分钟', least: 5, most: 1440, byDefault: 30 },
    noShowLimit: { label: '爽约几次暂停报名', hint: '报了名没来、也没取消，算一次', unit: '次', least: 1, most: 20, byDefault: 3 },
    noShowWindowDays: { label: '爽约累计时间', hint: '只数最近这些天里的', unit: '天', least: 7, most: 365, byDefault: 90 },
    noShowPauseDays: { label: '暂停报名', hint: '从最后一次爽约起；本人可以申诉，工作人员可以免除', unit: '天', least: 1, most: 180, byDefault: 30 },
    mostInSeries: { label: '同一系列每人最多报', hint: '还没结束和已参加的都算；0 表示不限', unit: '场', least: 0, most: 100, byDefault: 0 },
    mostOfKindIn30Days: { label: '30 天内同类活动每人最多报', hint: '志愿服务、培训、党课、交友、阅读各自计算；0 表示不限', unit: '场', least: 0, most: 100, byDefault: 0 },
    checkInOpensMinutesBefore: { label: '提前签到', hint: '活动开始前多久可以签到', unit: '分钟', least: 0, most: 720, byDefault: 60 },
    checkInClosesMinutesAfter: { label: '延后签到', hint: '活动结束后多久还可以扫码签到', unit: '分钟', least: 0, most: 720, byDefault: 0 },
    checkInCorrectionDays: { label: '签到更正期', hint: '活动结束后这些天里，工作人员还可以补登和撤销', unit: '天', least: 0, most: 90, byDefault: 7 },
  },
  transfer: {
    intake: { label: '意向登记', hint: '转入的人登记后，支部和党委答复的期限', unit: '个工作日', least: 1, most: 30, byDefault: 5 },
    submitted: { label: '中心预审', hint: '提交后，服务台看完的期限', unit: '个工作日', least: 1, most: 10, byDefault: 1 },
    prechecked: { label: '支部审核', hint: '预审通过后，原支部答复的期限', unit: '个工作日', least: 1, most: 15, byDefault: 3 },
    endorsed: { label: '党委开具', hint: '支部同意后，原党委开具介绍信的期限', unit: '个工作日', least: 1, most: 15, byDefault: 5 },
    refusal_pending: { label: '拒转复核', hint: '没有人复核就退回上一步', unit: '个工作日', least: 1, most: 15, byDefault: 3 },
    receiving: { label: '接收审核', hint: '收到介绍信后，接收党委答复的期限', unit: '个工作日', least: 1, most: 15, byDefault: 5 },
    archive_check: { label: '查档', hint: '接收党委查阅档案的期限', unit: '个工作日', least: 1, most: 30, byDefault: 10 },
    rejection_pending: { label: '退回复核', hint: '接收方退回前，另一位同事复核的期限', unit: '个工作日', least: 1, most: 15, byDefault: 3 },
    rejected: { label: '退回后联系', hint: '接收方退回后，原党委联系本人的期限', unit: '个工作日', least: 1, most: 15, byDefault: 3 },
    expired: { label: '过期后联系', hint: '介绍信过期后，原党委联系本人的期限', unit: '个工作日', least: 1, most: 15, byDefault: 5 },
    supplementDays: { label: '补档', hint: '原党委补齐材料的期限', unit: '天', least: 7, most: 90, byDefault: 30 },
    assignDays: { label: '编入支部', hint: '接收后编入支部的期限', unit: '天', least: 1, most: 30, byDefault: 7 },
    placedDays: { label: '可接收有效', hint: '同意接收后，等介绍信的期限', unit: '天', least: 30, most: 180, byDefault: 90 },
  },
} as const satisfies Record<string, Record<string, NumberSetting>>

export type NumbersGroup = keyof typeof numberSettings

export const numbersGroupLabels: Record<NumbersGroup, string> = {
  activities: '活动报名与签到',
  transfer: '组织关系接转',
}

/** What a reader of the settings may do with them: `update` (PATCH). */
export const settingsActions = ['update'] as const
export type SettingsAction = (typeof settingsActions)[number]
