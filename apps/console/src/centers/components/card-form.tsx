import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import { Input } from 'antd'
import { inShanghai } from '../../platform/dates.rules'
import { useNow } from '../../platform/use-now'
import { Field } from '../../ui/field'
import { cardChange, cardErrors, cardLabels, cardValues, type CardValues } from '../centers-card-form.rules'
import { saySpecialDay, sayWeek } from '../centers-hours.rules'
import { pictureUrl, readCenterCard, useUpdateCenter } from '../centers.api'
import { useEdit } from '../use-edit'
import { CardPreview } from './card-preview'
import { EditFrame } from './edit-frame'
import { PicturePanel } from './picture-panel'
import { SpecialDaysEditor } from './special-days-editor'
import { WeekEditor } from './week-editor'

const stored = (card: CenterCard) => ({ values: cardValues(card), version: card.version })

/** What the phone shows of the centre: hours, contact, words; with the card as visitors will see it. */
export function CardForm({ center, card, draftName }: { center: string; card: CenterCard; draftName: string }) {
  const now = useNow()
  const update = useUpdateCenter(center)
  const edit = useEdit<CardValues>({
    draftName,
    stored: stored(card),
    check: cardErrors,
    save: async (changes, version) => stored(await update.mutateAsync(cardChange(changes, version))),
    readNewest: async () => stored(await readCenterCard(center)),
  })
  const { values, errors, change } = edit
  const about = (field: keyof CardValues) => ({ id: `card-${field}`, label: cardLabels[field], error: errors[field] })
  const inWords = (field: string, of: CardValues) => {
    if (field === 'openingHours') return sayWeek(of.openingHours).join('；')
    if (field === 'specialDays') return of.specialDays.map(saySpecialDay).join('；') || '没有'
    return of[field as 'address' | 'phone' | 'about' | 'coordinates'].trim() || '（空）'
  }
  return (
    <div className="with-preview">
      <EditFrame edit={edit} isReadOnly={!card.allowedActions.includes('update')} labels={cardLabels} inWords={inWords}>
        <section className="panel form-part" aria-labelledby="part-hours">
          <h2 id="part-hours">每周开放时间</h2>
          <WeekEditor hours={values.openingHours} errors={errors} onChange={(openingHours) => change({ openingHours })} />
          {errors['openingHours'] ? <div className="field-error" role="alert">{errors['openingHours']}</div> : null}
        </section>
        <section className="panel form-part" aria-labelledby="part-special">
          <h2 id="part-special">特殊日子</h2>
          <SpecialDaysEditor days={values.specialDays} errors={errors} tomorrow={inShanghai(now).add(1, 'day').format('YYYY-MM-DD')} onChange={(specialDays) => change({ specialDays })} />
          {errors['specialDays'] ? <div className="field-error" role="alert">{errors['specialDays']}</div> : null}
        </section>
        <PicturePanel center={center} card={card} />
        <section className="panel form-part" aria-labelledby="part-contact">
          <h2 id="part-contact">联系和介绍</h2>
          <Field {...about('address')}>{(props) => <Input {...props} maxLength={80} value={values.address} onChange={(event) => change({ address: event.target.value })} />}</Field>
          <div className="form-pair">
            <Field {...about('phone')}>{(props) => <Input {...props} maxLength={20} value={values.phone} onChange={(event) => change({ phone: event.target.value })} />}</Field>
            <Field {...about('coordinates')} isOptional hint="纬度在前、经度在后，可从地图软件复制；用来算距离和导航。">{(props) => <Input {...props} maxLength={40} value={values.coordinates} onChange={(event) => change({ coordinates: event.target.value })} />}</Field>
          </div>
          <Field {...about('about')} isOptional>{(props) => <Input.TextArea {...props} maxLength={500} showCount autoSize={{ minRows: 3, maxRows: 8 }} value={values.about} onChange={(event) => change({ about: event.target.value })} />}</Field>
        </section>
      </EditFrame>
      <CardPreview name={card.name} picture={pictureUrl(card)} values={values} now={now} />
    </div>
  )
}
