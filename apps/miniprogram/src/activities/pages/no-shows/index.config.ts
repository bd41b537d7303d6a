export default definePageConfig({ navigationBarTitleText: '未到场与申诉', enablePullDownRefresh: true })
