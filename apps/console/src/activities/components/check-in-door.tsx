import { FullscreenOutlined } from '@ant-design/icons'
import { spaced } from '@dangqun/contracts/activities/check-in/rules'
import type { CheckInCounts } from '@dangqun/contracts/activities/check-in/schemas'
import { rotatingCodeSeconds } from '@dangqun/contracts/activities/check-in/vocabulary'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { Button, QRCode } from 'antd'
import { memo, useRef } from 'react'
import { formatMoment, formatRange } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import type { ShownCode } from '../activities-check-in.api'

interface Props {
  activity: Activity
  code: ShownCode | undefined
  counts: CheckInCounts | undefined
}

/** What the screen at the door shows: the code of the moment, how long it lasts, and how many are in. */
export function CheckInDoor({ activity, code, counts }: Props) {
  const frame = useRef<HTMLElement>(null)
  const now = useNow(1000)
  return (
    <section ref={frame} className="panel door" aria-labelledby="door-title">
      <header className="door-head">
        <div>
          <h2 id="door-title">{activity.title}</h2>
          <div className="quiet">{formatRange(activity.startsAt, activity.endsAt, now)} · {activity.place}</div>
        </div>
        {document.fullscreenEnabled ? <Button className="door-full" icon={<FullscreenOutlined />} onClick={() => void frame.current?.requestFullscreen().catch(() => undefined)}>全屏</Button> : null}
      </header>
      <div className="door-body">
        {code ? <Code code={code} now={now} /> : <div className="door-cover" role="status">正在取现场码…</div>}
        <div className="door-count" aria-live="polite">
          <div className="door-figure"><strong>{counts?.checkedIn ?? '–'}</strong><span>/ {counts?.expected ?? '–'}</span></div>
          <div>人已签到</div>
          <p className="quiet">签到自愿，只为记录到场</p>
        </div>
      </div>
    </section>
  )
}

function Code({ code, now }: { code: ShownCode; now: number }) {
  const serverNow = now + code.offsetMs
  const left = Math.ceil((Date.parse(code.renewAt) - serverNow) / 1000)
  if (serverNow < Date.parse(code.opensAt)) return <div className="door-cover">{formatMoment(code.opensAt, now)} 开始签到</div>
  if (serverNow > Date.parse(code.closesAt)) return <div className="door-cover">签到已结束</div>
  // The one before still works for half a minute; after that nobody can use what is shown.
  if (left < -rotatingCodeSeconds) return <div className="door-cover" role="alert"><strong>网络断了，现场码不再更新</strong>请出示签到码，由工作人员扫码</div>
  return (
    <div className="door-code">
      <Drawing text={code.text} />
      <div className="door-words">打开小程序首页，点「扫一扫」</div>
      <div className="door-typed">扫不了？在活动页输入 <strong className="figures">{spaced(code.code)}</strong></div>
      <div className="bar" aria-hidden><span style={{ width: `${Math.max(0, Math.min(100, (left / rotatingCodeSeconds) * 100))}%` }} /></div>
      <div className="quiet figures">{left > 0 ? `${left} 秒后更换` : '正在更换…'}</div>
    </div>
  )
}

/** Drawn when the code changes, not with every second of the countdown. */
const Drawing = memo(function Drawing({ text }: { text: string }) {
  return <div role="img" aria-label="现场签到二维码"><QRCode type="svg" value={text} size={320} bordered={false} errorLevel="M" /></div>
})
