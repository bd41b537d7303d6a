import { MomentText } from '../../ui/moment-text'
import { useRematch } from '../financing-demands.api'
import { rematchWords } from '../financing-rematch.rules'

/** How far the waiting demands are matched against changed products; nothing before the first time. */
export function RematchLine({ center }: { center: string }) {
  const { data } = useRematch(center)
  const words = data ? rematchWords(data) : null
  if (!data?.latest) return null
  const { state, done, of, endedAt } = data.latest
  if (words === null) return endedAt ? <p className="rematch quiet">上次按新产品重新匹配：<MomentText at={endedAt} />，{of.toLocaleString('zh-CN')} 份需求</p> : null
  return (
    <div className="rematch">
      <span className="quiet">{words}</span>
      {state === 'running' ? <span className="bar" role="progressbar" aria-label="重新匹配" aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}><span style={{ width: `${of === 0 ? 0 : Math.min(100, (done / of) * 100)}%` }} /></span> : null}
    </div>
  )
}
