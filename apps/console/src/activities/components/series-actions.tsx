import type { Activity } from '@dangqun/contracts/activities/schemas'
import { App, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useSeries } from '../activities.api'
import { sayError } from '../../ui/say-error'

/** What can be made of an activity: a copy, or a series that repeats every week. */
export function SeriesActions({ center, activity }: { center: string; activity: Activity }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { copy, repeat, publish } = useSeries(center, activity.id)
  const [weeks, setWeeks] = useState<number | null>(null)
  const tell = (error: unknown) => void message.error(sayError(error))
  const seriesPath = `/${center}/activities?when=all&series=${activity.seriesId ?? activity.id}`

  const makeCopy = () => copy.mutate(undefined, {
    onSuccess: ({ id }) => {
      void message.success('已复制为草稿，请核对时间')
      void navigate(`/${center}/activities/${id}/edit`)
    },
    onError: tell,
  })
  const makeSeries = () => weeks !== null && repeat.mutate(weeks, {
    onSuccess: () => {
      setWeeks(null)
      void message.success(`已生成 ${weeks} 场草稿`)
      void navigate(seriesPath)
    },
    onError: tell,
  })
  const publishAll = () => publish.mutate(undefined, {
    onSuccess: ({ items }) => void message.success(`已发布，系列共 ${items.length} 场`),
    onError: tell,
  })
  return (
    <section className="panel facts" aria-labelledby="series-title">
      <h2 id="series-title">{activity.seriesId === null ? '再办一次' : '系列活动'}</h2>
      <p className="quiet series-words">{activity.seriesId === null ? '复制一份，或按周重复成一个系列。' : '这场属于一个每周重复的系列。修改时可以连同后面各场一起改。'}</p>
      <div className="series-actions">
        {activity.seriesId === null ? null : <Link to={seriesPath}><Button>看整个系列</Button></Link>}
        {activity.seriesId === null ? null : <Button onClick={publishAll} loading={publish.isPending}>发布全部草稿</Button>}
        {activity.state === 'cancelled' ? null : <Button onClick={() => setWeeks(4)}>每周重复…</Button>}
        <Button onClick={makeCopy} loading={copy.isPending}>复制这场</Button>
      </div>
      <Modal open={weeks !== null} centered title="每周重复" okText="生成草稿" cancelText="返回" confirmLoading={repeat.isPending} okButtonProps={{ disabled: weeks === null }} onOk={makeSeries} onCancel={() => setWeeks(null)}>
        <p className="page-note">同样的内容，每周同一天同一时间再办几场？先生成草稿，核对后可以一次全部发布。</p>
        <InputNumber aria-label="再办几场" min={1} max={26} precision={0} suffix="场" value={weeks} onChange={setWeeks} />
      </Modal>
    </section>
  )
}
