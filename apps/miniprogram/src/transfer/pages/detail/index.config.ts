export default definePageConfig({ navigationBarTitleText: '接转进度', enablePullDownRefresh: true })
