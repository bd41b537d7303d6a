export default definePageConfig({
  navigationBarTitleText: '党群服务中心',
  enablePullDownRefresh: true,
  // A tab says its name already; in the browser the bar would only take room.
  navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
})
