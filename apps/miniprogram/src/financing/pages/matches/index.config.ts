export default definePageConfig({ navigationBarTitleText: '合适的贷款' })
