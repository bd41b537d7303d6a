export default definePageConfig({ navigationBarTitleText: '成本测算' })
