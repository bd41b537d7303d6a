import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons'
import type { CardValues } from '../centers-card-form.rules'
import { comingDays, sayWeek } from '../centers-hours.rules'

const daysShown = 14

/** The card as visitors will find it: the week in words, and the two weeks to come with every special day in its place. */
export function CardPreview({ name, picture, values, now }: { name: string; picture: string | null; values: CardValues; now: number }) {
  return (
    <aside className="panel card-preview" aria-label="预览">
      <h2>手机上这样显示</h2>
      {picture ? <img src={picture} alt="" /> : null}
      <div className="card-preview-head">
        <strong>{name}</strong>
        {sayWeek(values.openingHours).map((line) => <span key={line}>{line}</span>)}
      </div>
      <p><EnvironmentOutlined aria-hidden /> {values.address.trim() || '（没有写地址）'}</p>
      <p><PhoneOutlined aria-hidden /> {values.phone.trim() || '（没有写电话）'}</p>
      <h3>未来两周</h3>
      <ol className="coming-days">
        {comingDays(values.openingHours, values.specialDays, now, daysShown).map(({ date, name: day, words, note }) => (
          <li key={date} className={note === null ? undefined : 'is-special'}>
            <span>{day}</span>
            <span className="figures">{words}{note === null ? '' : ` · ${note}`}</span>
          </li>
        ))}
      </ol>
    </aside>
  )
}
