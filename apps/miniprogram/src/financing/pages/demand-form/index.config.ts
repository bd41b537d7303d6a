export default definePageConfig({ navigationBarTitleText: '把需求发给银行' })
