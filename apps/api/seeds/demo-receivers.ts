/** Receiving organisations of other places, invented in the forms that real ones have. */
export const demoReceivers: readonly { name: string; code: string; title: string; region: string }[] = [
  { name: '张江科学城综合党委', code: '310115000001', title: '中共上海市浦东新区委组织部', region: '上海 · 浦东' },
  { name: '陆家嘴楼宇综合党委', code: '310115000002', title: '中共上海市浦东新区委组织部', region: '上海 · 浦东' },
  { name: '江宁开发区综合党委', code: '320115000001', title: '中共南京市江宁区委组织部', region: '南京 · 江宁' },
  { name: '未来科技城综合党委', code: '330110000001', title: '中共杭州市余杭区委组织部', region: '杭州 · 余杭' },
  { name: '镜湖区商务楼宇综合党委', code: '340202000001', title: '中共芜湖市镜湖区委组织部', region: '芜湖 · 镜湖' },
  { name: '蜀山区人才服务中心党委', code: '340104000001', title: '中共合肥市蜀山区委组织部', region: '合肥 · 蜀山' },
  { name: '高新区双创综合党委', code: '340171000001', title: '中共合肥高新技术产业开发区工作委员会组织部', region: '合肥 · 高新' },
  { name: '滨湖世纪社区党委', code: '340111000001', title: '中共合肥市包河区委组织部', region: '合肥 · 包河' },
  { name: '光谷综合党委', code: '420111000001', title: '中共武汉市洪山区委组织部', region: '武汉 · 洪山' },
  { name: '南山区软件园综合党委', code: '440305000001', title: '中共深圳市南山区委组织部', region: '深圳 · 南山' },
]
