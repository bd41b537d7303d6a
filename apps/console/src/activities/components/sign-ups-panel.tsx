import type { Activity, SignUpRow } from '@dangqun/contracts/activities/schemas'
import { signUpStateLabels, signUpStates, type SignUpState } from '@dangqun/contracts/activities/vocabulary'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useKeyset } from '../../platform/keyset'
import { oneOf, withFilters } from '../../platform/keyset.rules'
import { ErrorPanel } from '../../ui/error-panel'
import { KeysetPager } from '../../ui/keyset-pager'
import { ListSkeleton } from '../../ui/list-skeleton'
import { MomentText } from '../../ui/moment-text'
import { NoticePanel } from '../../ui/notice-panel'
import type { Tone } from '../../ui/palette'
import { StateMark } from '../../ui/state-mark'
import { useFresh } from '../../ui/use-fresh'
import { findLastPage, useSignUps } from '../activities.api'
import { ExportDialog } from './export-dialog'

const pageSize = 50

const marks: Record<SignUpState, { tone: Tone; icon: string }> = {
  confirmed: { tone: 'live', icon: '●' },
  waitlisted: { tone: 'waiting', icon: '◔' },
  offered: { tone: 'waiting', icon: '◑' },
  declined: { tone: 'off', icon: '×' },
  lapsed: { tone: 'off', icon: '×' },
  cancelled: { tone: 'off', icon: '×' },
  attended: { tone: 'done', icon: '✓' },
  absent: { tone: 'quiet', icon: '○' },
}

function columnsFor({ asks, questions, minAge, maxAge, insuranceNotice }: Activity): TableColumnsType<SignUpRow> {
  const hasForm = questions.length > 0 || minAge !== null || maxAge !== null || insuranceNotice !== null
  const missing = <span className="quiet">未填</span>
  return [
    { title: '序号', key: 'number', width: 80, align: 'right', render: (_, { number }) => <span className="figures">{number}</span> },
    {
      title: '状态', key: 'state', width: 168,
      render: (_, { state, position, offerUntil }) => (
        <div className="two-lines">
          <StateMark {...marks[state]}>{state === 'offered' ? '等本人确认' : signUpStateLabels[state]}{position === null ? '' : ` · 第 ${position} 位`}</StateMark>
          {offerUntil === null ? null : <span className="quiet"><MomentText at={offerUntil} /> 前</span>}
        </div>
      ),
    },
    ...(asks.includes('name') ? [{ title: '姓名', key: 'name', width: 104, render: (_: unknown, { name }: SignUpRow) => name ?? missing }] : []),
    ...(asks.includes('phone') ? [{ title: '手机号', key: 'phone', width: 140, render: (_: unknown, { phone }: SignUpRow) => <span className="figures">{phone ?? missing}</span> }] : []),
    ...(hasForm ? [{ title: '报名表', key: 'form', render: (_: unknown, { form }: SignUpRow) => <FormCell questions={questions} form={form} /> }] : []),
    { title: '报名时间', key: 'createdAt', render: (_, { createdAt }) => <MomentText at={createdAt} relative={hasForm ? 'none' : 'inline'} /> },
  ]
}

/** What was answered, question by question. */
function FormCell({ questions, form }: Pick<Activity, 'questions'> & Pick<SignUpRow, 'form'>) {
  if (form === null) return <span className="quiet">—</span>
  const lines = questions.flatMap(({ id, label }) => (form.answers[id] === undefined ? [] : [[label, [form.answers[id]].flat().join('、')] as const]))
  return (
    <ul className="absences">
      {lines.map(([label, answer]) => <li key={label}><span className="quiet">{label}</span><span>{answer}</span></li>)}
      {form.guardian === null ? null : <li><span className="quiet">监护人</span><span>{form.guardian}</span></li>}
    </ul>
  )
}

/** The list of sign-ups in the order of arrival, kept current while the page is seen. */
export function SignUpsPanel({ center, activity }: { center: string; activity: Activity }) {
  const [params, setParams] = useSearchParams()
  const keyset = useKeyset()
  const [isJumping, setIsJumping] = useState(false)
  const [isExporting, setIsExporting] = useState(false)
  const state = oneOf(signUpStates, params.get('state'))
  const query = { state, cursor: keyset.cursor, limit: pageSize }
  const list = useSignUps(center, activity.id, query)
  const fresh = useFresh(list.isPlaceholderData ? undefined : list.data?.items, `${state ?? ''} ${keyset.cursor ?? ''}`)
  const isOver = activity.state === 'held' || activity.state === 'cancelled'
  const isOut = list.isError && list.data !== undefined

  const jump = async () => {
    setIsJumping(true)
    try {
      const last = await findLastPage(center, activity.id, query, keyset.trail)
      keyset.goTo(last.cursor, last.trail)
    } finally {
      setIsJumping(false)
    }
  }
  return (
    <section className="panel" aria-labelledby="sign-ups-title">
      <header className="panel-head">
        <h2 id="sign-ups-title">报名名单</h2>
        {isOver ? null : <span className={isOut ? 'live is-out' : 'live'} role="status">{isOut ? '连接中断，正在重试' : '实时更新'}</span>}
        <span className="panel-space" />
        {list.data?.nextCursor ? <Button loading={isJumping} onClick={() => void jump().catch(() => undefined)}>看最新报名</Button> : null}
        <Select
          aria-label="报名状态"
          placeholder="全部状态"
          allowClear
          value={state}
          onChange={(next?: SignUpState) => setParams((now) => withFilters(now, { state: next }))}
          options={signUpStates.map((value) => ({ value, label: signUpStateLabels[value] }))}
          style={{ width: 132 }}
        />
        {activity.taken + activity.waiting > 0 ? <Button onClick={() => setIsExporting(true)}>导出名单</Button> : null}
      </header>
      {list.isPending ? <ListSkeleton rows={6} /> : null}
      {list.isError && !list.data ? <ErrorPanel error={list.error} what="报名名单" onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? (
        state
          ? <NoticePanel title={`没有「${signUpStateLabels[state]}」的报名`} action={<Button onClick={() => setParams({})}>看全部</Button>} />
          : <NoticePanel title="还没有人报名" body="有人报名会自动出现在这里，不用刷新。" />
      ) : null}
      {list.data && list.data.items.length > 0 ? (
        <Table<SignUpRow>
          rowKey="id"
          size="middle"
          columns={columnsFor(activity)}
          dataSource={list.data.items}
          pagination={false}
          rowClassName={({ id, state: now }) => `${fresh.has(id) ? 'is-fresh' : ''} ${marks[now].tone === 'off' ? 'is-off' : ''}`}
          className={list.isPlaceholderData ? 'is-stale' : ''}
        />
      ) : null}
      <div className="panel-foot"><KeysetPager keyset={keyset} nextCursor={list.data?.nextCursor} count={list.data?.items.length} unit="条" /></div>
      {isExporting ? <ExportDialog center={center} activity={activity} onClose={() => setIsExporting(false)} /> : null}
    </section>
  )
}
