export default definePageConfig({ navigationBarTitleText: '银行对接', enablePullDownRefresh: true })
