import type { ServiceRow } from '@dangqun/contracts/centers/catalogue/schemas'
import { programmes, type ServiceTarget } from '@dangqun/contracts/centers/vocabulary'
import { ProgrammeMark } from '../../ui/programme-mark'

/** What stands at the right of a service on the phone. */
const doors: Record<ServiceTarget, string> = { activities: '去报名', financing: '去比较', transfer: '去办理' }

/** The catalogue as visitors find it on the phone. */
export function ServicesPreview({ services }: { services: readonly ServiceRow[] }) {
  return (
    <aside className="panel card-preview" aria-label="预览">
      <h2>手机上这样显示</h2>
      {programmes.map((programme) => {
        const own = services.filter((row) => row.programme === programme)
        return (
          <div key={programme} className="services-preview">
            <h3><ProgrammeMark programme={programme} /></h3>
            {own.length === 0 ? <p>这个中心还没有开设，可以打电话问问。</p> : null}
            {own.map(({ id, name, summary, target }) => (
              <div key={id} className="preview-cell">
                <span className="two-lines"><span className="strong">{name}</span><span className="quiet">{summary}</span></span>
                <span className="quiet">{target ? doors[target] : '到现场'}</span>
              </div>
            ))}
          </div>
        )
      })}
    </aside>
  )
}
