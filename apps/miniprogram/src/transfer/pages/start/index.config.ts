export default definePageConfig({ navigationBarTitleText: '接转组织关系' })
