import { Alert } from 'antd'
import { Link } from 'react-router'
import { useSettings } from '../centers.api'

/** For managers, from November on, until next year's holidays are known. */
export function DecreeBanner({ center }: { center: string }) {
  const year = useSettings(center).data?.missingDecree
  if (!year) return null
  return (
    <Alert
      className="decree-banner"
      type="warning"
      showIcon
      title={`${year} 年的放假安排还没有录入，跨年的办理期限会按平常的周一到周五计算。`}
      action={<Link to={`/${center}/settings?part=workdays`}>看工作日设置</Link>}
    />
  )
}
