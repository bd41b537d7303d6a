export default definePageConfig({ navigationBarTitleText: '组织关系接转', enablePullDownRefresh: true })
