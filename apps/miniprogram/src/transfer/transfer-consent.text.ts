import { transferConsentVersion } from '@dangqun/contracts/transfer/vocabulary'

/**
 * What a member agrees to before Party data is taken (个人信息保护法 Art. 28–29: separate consent).
 * `version` stands for exactly these words: another text needs another version.
 */
export const transferConsent = {
  version: transferConsentVersion,
  title: '办理前，请单独同意一件事',
  points: [
    { title: '要用哪些', text: '姓名、身份证号、党员身份和入党转正日期、所在支部、联系电话，都是介绍信和接转审核要用的。' },
    { title: '谁看得到', text: '只有经办这一件的人：中心预审人员、原党支部、原党委、接收党委和接收党支部。身份证号加密保存，平时只显示头尾。' },
    { title: '不会做什么', text: '不推送到消息里，不给企业、银行和其他中心看，不用来排名或统计个人。' },
    { title: '可以反悔', text: '开出介绍信以前，随时可以撤回。开出以后要撤回的，记录只留编号、日期和党委名称，转为纸质办理。' },
  ],
  basis: '依据《个人信息保护法》第二十八、二十九条，以及《中国共产党党员教育管理工作条例》第二十五条。',
} as const
