import { sayKept } from '@dangqun/contracts/activities/check-in/rules'
import { Alert, Button } from 'antd'
import { formatTime } from '../../platform/dates.rules'
import type { CheckInDesk } from '../use-check-in-desk'

/** What this device keeps: scans that wait for the network, and those that the server could not record. */
export function CheckInKept({ desk, isReachable }: { desk: CheckInDesk; isReachable: boolean }) {
  const waiting = desk.door.scans.filter(({ refusal }) => refusal === null)
  const refused = desk.door.scans.filter(({ refusal }) => refusal !== null)
  return (
    <>
      {isReachable ? null : (
        <Alert className="advice" type="warning" showIcon title="没有网络，照常扫码" description="扫到的先记在这台设备上，网络恢复后自动补传，不会丢，也不会重复。" />
      )}
      {waiting.length > 0 ? (
        <section className="panel kept" aria-label="待同步">
          <header className="panel-head">
            <h2>待同步 {waiting.length} 条</h2>
            <span className="panel-space" />
            <Button onClick={() => void desk.sync()}>现在同步</Button>
          </header>
          <KeptList scans={waiting} />
        </section>
      ) : null}
      {refused.length > 0 ? (
        <section className="panel kept" aria-label="没有补上">
          <header className="panel-head"><h2>没有补上 {refused.length} 条</h2><span className="quiet">请核对后处理</span></header>
          <KeptList scans={refused} onDrop={desk.drop} />
        </section>
      ) : null}
    </>
  )
}

function KeptList({ scans, onDrop }: { scans: CheckInDesk['door']['scans']; onDrop?: (id: string) => void }) {
  return (
    <ul className="check-ins">
      {scans.map((scan) => (
        <li key={scan.id}>
          <span className="figures check-in-at">{formatTime(scan.at)}</span>
          <span className="check-in-who"><span className="figures">{sayKept(scan)}</span>{scan.refusal ? <span className="field-error">{scan.refusal}</span> : null}</span>
          {onDrop ? <Button size="small" onClick={() => onDrop(scan.id)}>知道了</Button> : null}
        </li>
      ))}
    </ul>
  )
}
