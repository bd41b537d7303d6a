/** What WeChat's dialog says for one template. */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter'
