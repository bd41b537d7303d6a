export default definePageConfig({ navigationBarTitleText: '党群服务中心', enablePullDownRefresh: true })
