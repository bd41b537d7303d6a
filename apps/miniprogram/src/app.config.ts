export default defineAppConfig({
  pages: ['pages/index/index', 'pages/services/index', 'pages/schedule/index', 'pages/mine/index', 'pages/privacy/index'],
  subPackages: [
    { root: 'accounts', pages: ['pages/invitation/index'] },
    { root: 'activities', pages: ['pages/list/index', 'pages/detail/index', 'pages/no-shows/index', 'pages/check-in/index'] },
    { root: 'notices', pages: ['pages/inbox/index', 'pages/announcements/index', 'pages/announcement/index'] },
  ],
  preloadRule: { 'pages/index/index': { network: 'all', packages: ['activities'] } },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '党群服务中心',
    navigationBarBackgroundColor: '#f5f5f4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f5f4',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5f6368',
    selectedColor: '#C7161D',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/index/index', text: '首页', iconPath: 'assets/tabs/home.png', selectedIconPath: 'assets/tabs/home-on.png' },
      { pagePath: 'pages/services/index', text: '服务', iconPath: 'assets/tabs/services.png', selectedIconPath: 'assets/tabs/services-on.png' },
      { pagePath: 'pages/schedule/index', text: '日程', iconPath: 'assets/tabs/schedule.png', selectedIconPath: 'assets/tabs/schedule-on.png' },
      { pagePath: 'pages/mine/index', text: '我的', iconPath: 'assets/tabs/mine.png', selectedIconPath: 'assets/tabs/mine-on.png' },
    ],
  },
  // Asked only after a tap on 按距离, to put near centres first; about a hundred metres exact, kept nowhere.
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用来把离你近的中心排在前面，不保存' } },
  lazyCodeLoading: 'requiredComponents',
})
