export default definePageConfig({ navigationBarTitleText: '融资成本测算（参考）' })
