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
} as const satisfies Record<string, Record<string, NumberSetting>>

export type NumbersGroup = keyof typeof numberSettings

export const numbersGroupLabels: Record<NumbersGroup, string> = {
  activities: '活动报名与签到',
}

/** What a reader of the settings may do with them: `update` (PATCH). */
export const settingsActions = ['update'] as const
export type SettingsAction = (typeof settingsActions)[number]
