import { CloseOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button, Input, Popconfirm, Popover } from 'antd'
import { useState, type FormEvent } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { changesTo, longestName, mostViews, nameProblem, parseViews, viewQuery, type SavedView } from '../platform/saved-views.rules'
import { useStoredSession } from '../platform/session-store'
import { deviceStorage } from '../platform/storage'
import { Field } from './field'

interface Props {
  /** Which list, by its address below the centre. */
  list: string
  /** Filters in the address that make up a view. A search for somebody's name is none: it would stay on the desk. */
  keys: readonly string[]
  /** The part of a queue in which they stand, by its name in the address. */
  part?: string
  onChoose: (changes: Record<string, string | undefined>) => void
}

/** Filters that somebody named for themselves, on this desk and for this centre. */
export function SavedViews({ list, ...rest }: Props) {
  const { center = '' } = useParams()
  const storageName = `dangqun.console.views.${useStoredSession()?.username ?? ''}.${center}.${list}`
  return <Views key={storageName} storageName={storageName} {...rest} />
}

function Views({ storageName, keys, part, onChoose }: Omit<Props, 'list'> & { storageName: string }) {
  const [params] = useSearchParams()
  const [views, setViews] = useState(() => parseViews(deviceStorage.read(storageName)))
  const now = viewQuery(params, keys, part)
  // From what is stored: another tab may have kept one meanwhile.
  const change = (next: (stored: SavedView[]) => SavedView[]) => {
    const kept = next(parseViews(deviceStorage.read(storageName)))
    deviceStorage.write(storageName, JSON.stringify(kept))
    setViews(kept)
  }
  const isNew = now !== '' && views.length < mostViews && !views.some(({ query }) => query === now)
  if (views.length === 0 && !isNew) return null
  return (
    <nav className="saved-views" aria-label="存好的筛选">
      {views.map(({ name, query }) => (
        <span key={name} className="saved-view" data-current={query === now}>
          <button type="button" aria-pressed={query === now} onClick={() => onChoose(query === now ? changesTo('', keys) : changesTo(query, part ? [...keys, part] : keys))}>{name}</button>
          <Popconfirm title={`删除“${name}”？`} description="只删这个快捷筛选，数据不受影响。" okText="删除" cancelText="不删" onConfirm={() => change((stored) => stored.filter((one) => one.name !== name))}>
            <button type="button" aria-label={`删除筛选“${name}”`}><CloseOutlined aria-hidden /></button>
          </Popconfirm>
        </span>
      ))}
      {isNew ? <KeepView views={views} onKeep={(name) => change((stored) => [...stored.filter((one) => one.name !== name), { name, query: now }].slice(-mostViews))} /> : null}
    </nav>
  )
}

function KeepView({ views, onKeep }: { views: readonly SavedView[]; onKeep: (name: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const found = nameProblem(views, name)
    if (found) return setProblem(found)
    onKeep(name.trim())
  }
  return (
    <Popover
      trigger="click" placement="bottomLeft" open={isOpen} onOpenChange={setOpen}
      content={
        <form className="keep-view" onSubmit={keep} noValidate>
          <Field id="view-name" label="给这组筛选起个名字" error={problem ?? undefined} hint="只有你在这台电脑上看得到。">
            {(props) => <Input {...props} autoFocus maxLength={longestName} placeholder="例如：沿街小微" value={name} onChange={(event) => { setName(event.target.value); setProblem(null) }} />}
          </Field>
          <Button type="primary" htmlType="submit">存下</Button>
        </form>
      }
    >
      <Button type="dashed" icon={<PushpinOutlined aria-hidden />}>存下这组筛选</Button>
    </Popover>
  )
}
