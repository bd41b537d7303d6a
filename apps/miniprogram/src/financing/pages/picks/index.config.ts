export default definePageConfig({ navigationBarTitleText: '选银行' })
