import { privacyVersion } from '@dangqun/contracts/accounts/vocabulary'

/** The text that a consent with this version stands for: another text needs another version. */
export const privacyText: { title: string; version: string; sections: { title: string; paragraphs: string[] }[] } = {
  title: '隐私说明',
  version: privacyVersion,
  sections: [
    {
      title: '我们收集什么',
      paragraphs: [
        '登录：微信给本小程序的一个编号，用来认出“还是你”。不读取头像、昵称和好友。',
        '位置：只在你点“按距离”时用一次，只准到一百米左右，用完就丢，不保存。',
        '报名：你报了哪些活动、先后次序、是否取消。',
        '姓名、手机号：只有活动写明需要时才问，每个中心只问一次；手机号可以自己填，也可以点按钮用微信里的。',
        '党员身份、企业代表身份：只有你自己申请核对时才填，另外征得同意。',
      ],
    },
    {
      title: '用来做什么',
      paragraphs: ['安排名额和候补、核对签到、活动有变时联系你。不用于广告，不做积分和排名，也不统计你用了多久。'],
    },
    {
      title: '谁能看到',
      paragraphs: [
        '举办活动的中心的工作人员，只看到该活动需要的信息；名单里手机号中间四位不显示。',
        '不提供给其他单位，其他中心也看不到。法律要求提供的除外。',
      ],
    },
    {
      title: '存在哪里、存多久',
      paragraphs: ['存放在中心的服务器上，服务期间一直保留，注销后删除。谁在什么时候做了什么会留有操作记录，记录里没有姓名和手机号。'],
    },
    {
      title: '你的权利',
      paragraphs: [
        '可以在“我的”里查看、更正姓名和手机号，在“我的授权”里逐项撤回同意、下载副本；想注销账号，请打中心电话或到服务台，15 个工作日内答复。',
        '不同意也可以浏览全部公开内容，或到中心服务台咨询。',
        '未满 14 周岁请由监护人代为办理。',
      ],
    },
  ],
}
