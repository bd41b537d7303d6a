import { MomentText } from '../../ui/moment-text'

interface Props {
  title: string
  body: string
  publishedAt?: string | null
}

/** As it stands, or will stand, on a phone. */
export function AnnouncementPreview({ title, body, publishedAt = null }: Props) {
  return (
    <section className="phone-preview" aria-label="手机上的样子">
      <span className="quiet">手机上的样子</span>
      <div className="phone-page">
        <h2 className={title ? undefined : 'quiet'}>{title || '标题'}</h2>
        <span className="quiet">{publishedAt === null ? '发布后显示时间' : <MomentText at={publishedAt} />}</span>
        <p className={body ? 'prose' : 'quiet'}>{body || '正文'}</p>
      </div>
    </section>
  )
}
