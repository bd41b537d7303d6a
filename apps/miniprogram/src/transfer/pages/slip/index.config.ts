export default definePageConfig({ navigationBarTitleText: '查验办理凭条' })
