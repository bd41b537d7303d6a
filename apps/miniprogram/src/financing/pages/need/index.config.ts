export default definePageConfig({ navigationBarTitleText: '金融商圈' })
