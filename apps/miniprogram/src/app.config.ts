import { tabs } from './platform/tabs'

const isWeapp = process.env.TARO_ENV === 'weapp'
// WeChat takes the colours of its bar from theme.json, by the phone's theme; in a browser they are CSS.
const themed = (name: string, plain: string) => (isWeapp ? `@${name}` : plain)

export default defineAppConfig({
  pages: ['pages/index/index', 'pages/services/index', 'pages/schedule/index', 'pages/mine/index', 'pages/privacy/index', 'pages/display/index'],
  subPackages: [
    { root: 'accounts', pages: ['pages/invitation/index', 'pages/consents/index', 'pages/devices/index'] },
    { root: 'activities', pages: ['pages/list/index', 'pages/detail/index', 'pages/no-shows/index', 'pages/check-in/index', 'pages/desks/index', 'pages/desk/index'] },
    { root: 'financing', pages: ['pages/need/index', 'pages/matches/index', 'pages/cost/index', 'pages/compare/index', 'pages/demand-form/index', 'pages/demands/index', 'pages/demand/index', 'pages/picks/index', 'pages/referral/index'] },
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
  // In the browser Taro draws the bar. WeChat's own would grow with neither 关怀模式 nor the text size: docs/decisions/0032.
  tabBar: {
    custom: isWeapp,
    color: '#55595f',
    selectedColor: '#c7161d',
    backgroundColor: '#ffffff',
    list: Object.entries(tabs).map(([name, { page, text }]) => ({
      pagePath: page,
      text,
      ...(isWeapp ? {} : { iconPath: `assets/tabs/${name}.png`, selectedIconPath: `assets/tabs/${name}-on.png` }),
    })),
  },
  // Asked only after a tap on 按距离, to put near centres first; about a hundred metres exact, kept nowhere.
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用来把离你近的中心排在前面，不保存' } },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
