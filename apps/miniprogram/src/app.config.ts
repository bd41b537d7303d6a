// WeChat takes the colours of its bars from theme.json, by the phone's theme; in a browser they are CSS.
const themed = (name: string, plain: string) => (process.env.TARO_ENV === 'weapp' ? `@${name}` : plain)
const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: themed(`${page}Icon`, `assets/tabs/${page === 'index' ? 'home' : page}.png`),
  selectedIconPath: themed(`${page}IconOn`, `assets/tabs/${page === 'index' ? 'home' : page}-on.png`),
})

export default defineAppConfig({
  pages: ['pages/index/index', 'pages/services/index', 'pages/schedule/index', 'pages/mine/index', 'pages/privacy/index', 'pages/display/index'],
  subPackages: [
    { root: 'accounts', pages: ['pages/invitation/index', 'pages/consents/index', 'pages/devices/index'] },
    { root: 'activities', pages: ['pages/list/index', 'pages/detail/index', 'pages/no-shows/index', 'pages/check-in/index', 'pages/desks/index', 'pages/desk/index'] },
    { root: 'financing', pages: ['pages/need/index', 'pages/matches/index', 'pages/cost/index', 'pages/compare/index'] },
    { root: 'notices', pages: ['pages/inbox/index', 'pages/announcements/index', 'pages/announcement/index'] },
    { root: 'transfer', pages: ['pages/list/index', 'pages/start/index', 'pages/form/index', 'pages/detail/index', 'pages/slip/index'] },
    { root: 'organization', pages: ['pages/bindings/index', 'pages/ask/index', 'pages/chart/index'] },
  ],
  preloadRule: { 'pages/index/index': { network: 'all', packages: ['activities'] } },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '党群服务中心',
    navigationBarBackgroundColor: themed('ground', '#f5f5f4'),
    navigationBarTextStyle: themed('barText', 'black'),
    backgroundColor: themed('ground', '#f5f5f4'),
    backgroundTextStyle: themed('pullText', 'dark'),
  },
  tabBar: {
    color: themed('tabText', '#55595f'),
    selectedColor: themed('tabTextOn', '#c7161d'),
    backgroundColor: themed('tabGround', '#ffffff'),
    borderStyle: themed('tabBorder', 'black') as 'black',
    list: [tab('index', '首页'), tab('services', '服务'), tab('schedule', '日程'), tab('mine', '我的')],
  },
  // Asked only after a tap on 按距离, to put near centres first; about a hundred metres exact, kept nowhere.
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用来把离你近的中心排在前面，不保存' } },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
