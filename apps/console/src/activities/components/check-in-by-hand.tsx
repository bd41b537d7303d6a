import { sayWho } from '@dangqun/contracts/activities/check-in/rules'
import type { Candidate } from '@dangqun/contracts/activities/check-in/schemas'
import { signUpStateLabels } from '@dangqun/contracts/activities/vocabulary'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { App, Button } from 'antd'
import { useState } from 'react'
import { formatTime } from '../../platform/dates.rules'
import { sayError } from '../../ui/say-error'
import { SearchBox } from '../../ui/search-box'
import { useCandidates, useCheckInByHand } from '../activities-check-in.api'
import { CheckInReason } from './check-in-reason'

const usual = ['手机没电', '没带手机', '扫不出来', '不用智能手机']

/** For who has no code at hand: found by name or number, or signed up at the door while there is a place. */
export function CheckInByHand({ center, activity }: { center: string; activity: Activity }) {
  const { message } = App.useApp()
  const [term, setTerm] = useState('')
  const [chosen, setChosen] = useState<Candidate | 'walk-in' | null>(null)
  const found = useCandidates(center, activity.id, term)
  const byHand = useCheckInByHand(center, activity.id)
  const asksName = activity.asks.includes('name')
  const placesLeft = Math.max(0, activity.capacity - activity.taken)

  const send = (body: Parameters<typeof byHand.mutate>[0]) =>
    byHand.mutate(body, {
      onSuccess: ({ checkIn, isRepeat }) => {
        setChosen(null)
        setTerm('')
        void message.success(isRepeat ? `${sayWho(checkIn)} 之前已签到` : `${sayWho(checkIn)} 已签到`)
      },
      onError: (error) => void message.error(sayError(error)),
    })
  return (
    <section className="panel by-hand" aria-labelledby="by-hand-title">
      <header className="panel-head">
        <h2 id="by-hand-title">找人登记</h2>
        <span className="panel-space" />
        {placesLeft > 0 ? <Button onClick={() => setChosen('walk-in')}>现场报名</Button> : null}
      </header>
      <div className="by-hand-body">
        <SearchBox value={term} onSearch={setTerm} label="找报名的人" placeholder={asksName ? '姓名或报名序号' : '报名序号'} />
        {term !== '' && found.isError && !found.data ? <p className="field-error">没有查到：{found.error.message}</p> : null}
        {term !== '' && found.data?.items.length === 0 ? <p className="quiet">没有找到「{term}」。{asksName ? '' : '这场活动没有登记姓名，请按报名序号找。'}{placesLeft > 0 ? '没报名的可以现场报名。' : ''}</p> : null}
        {term !== '' && found.data ? (
          <ul className="candidates">
            {found.data.items.map((one) => (
              <li key={one.signUpId}>
                <span>{sayWho(one)}</span>
                {one.checkedInAt ? <span className="quiet">{formatTime(one.checkedInAt)} 已签到</span>
                : one.state === 'confirmed' || one.state === 'absent' ? <Button size="small" onClick={() => setChosen(one)}>登记</Button>
                : <span className="quiet">{signUpStateLabels[one.state]}</span>}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {chosen === 'walk-in' ? (
        <CheckInReason title="现场报名并签到" label="姓名" okText="报名并签到" usual={[]} missing="请填写姓名" maxLength={30} isSending={byHand.isPending} onConfirm={(name) => send({ walkIn: { name } })} onClose={() => setChosen(null)} />
      ) : chosen ? (
        <CheckInReason title={`登记 ${sayWho(chosen)}`} label="为什么手工登记" okText="登记签到" usual={usual} missing="请写明原因" isSending={byHand.isPending} onConfirm={(reason) => send({ signUpId: chosen.signUpId, reason })} onClose={() => setChosen(null)} />
      ) : null}
    </section>
  )
}
