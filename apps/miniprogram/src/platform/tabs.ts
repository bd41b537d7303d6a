/** The pages of the tab bar, in its order. app.config.ts reads it while building: plain data only. */
export const tabs = {
  home: { page: 'pages/index/index', text: '首页' },
  services: { page: 'pages/services/index', text: '服务' },
  schedule: { page: 'pages/schedule/index', text: '日程' },
  mine: { page: 'pages/mine/index', text: '我的' },
} as const

export type TabName = keyof typeof tabs
export const tabNames = Object.keys(tabs) as TabName[]
