export default definePageConfig({ navigationBarTitleText: '并排对比' })
