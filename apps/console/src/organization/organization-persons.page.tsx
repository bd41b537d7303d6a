import type { PersonRow } from '@dangqun/contracts/organization/bindings/schemas'
import { App, Button, Drawer, Table, type TableColumnsType } from 'antd'
import { useState, type ComponentType } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useKeyset } from '../platform/keyset'
import { withFilters } from '../platform/keyset.rules'
import { usePageTitle } from '../platform/page-title'
import { ErrorPanel } from '../ui/error-panel'
import { KeysetPager } from '../ui/keyset-pager'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { SearchBox } from '../ui/search-box'
import { BirthDateDialog } from './components/birth-date-dialog'
import { MemberForm } from './components/member-form'
import { MergeDialog } from './components/merge-dialog'
import { PersonForm } from './components/person-form'
import { pageSize, shortestTerm } from './organization-filter.rules'
import { emptyMember } from './organization-member-form.rules'
import { useCreateMember } from './organization-members.api'
import { useCreatePerson, usePersons } from './organization-persons.api'
import { mayMerge } from './organization-persons.rules'

interface Props {
  /** Of another slice: puts somebody on an activity's list. */
  SignUpDialog: ComponentType<{ center: string; person: { id: string; name: string }; onClose: () => void }>
}

type Doing = { act: 'add' } | { act: 'merge' | 'member' | 'sign-up' | 'birth-date'; person: PersonRow } | null

export function OrganizationPersonsPage({ SignUpDialog }: Props) {
  const { center = '' } = useParams()
  const { message } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [doing, setDoing] = useState<Doing>(null)
  const keyset = useKeyset()
  const q = (params.get('q') ?? '').trim().slice(0, 40)
  const isAsked = [...q].length >= shortestTerm
  const persons = usePersons(center, { q, cursor: keyset.cursor, limit: pageSize }, isAsked)
  const create = useCreatePerson(center)
  const createMember = useCreateMember(center)
  usePageTitle('人员登记')

  const find = (name: string) => setParams((now) => withFilters(now, { q: name }), { replace: true })
  const close = () => setDoing(null)
  const show = (person: PersonRow) => {
    close()
    find(person.name ?? '')
  }
  const columns: TableColumnsType<PersonRow> = [
    { title: '姓名', key: 'name', render: (_, { name }) => <span className="strong">{name ?? '没有留姓名'}</span> },
    { title: '手机号', key: 'phone', width: 150, render: (_, { phone }) => (phone ? <span className="figures">{phone}</span> : <span className="quiet">没有留</span>) },
    { title: '手机端账号', key: 'account', width: 130, render: (_, { hasAccount }) => (hasAccount ? '有' : '没有，由窗口代办') },
    { title: '党员名册', key: 'member', width: 110, render: (_, { isMember }) => (isMember ? '在册' : '') },
    {
      title: '办什么', key: 'acts', width: 440,
      render: (_, person) => (
        <div className="row-acts">
          <Button size="small" onClick={() => setDoing({ act: 'sign-up', person })}>代报活动</Button>
          {person.isMember ? null : <Button size="small" onClick={() => setDoing({ act: 'member', person })}>登记到党员名册</Button>}
          <Button size="small" onClick={() => setDoing({ act: 'birth-date', person })}>更正出生日期</Button>
          {mayMerge(person) ? <Button size="small" onClick={() => setDoing({ act: 'merge', person })}>合并重复</Button> : null}
        </div>
      ),
    },
  ]
  return (
    <>
      <PageHeader title="人员登记" note="没有手机、不用智能手机的人，由窗口登记和代办，和别人一样报名、办事。" actions={<Button type="primary" onClick={() => setDoing({ act: 'add' })}>登记人员</Button>} />
      <div className="filters" role="search" aria-label="查找人员">
        <SearchBox value={q} onSearch={find} label="按姓名查找" placeholder="姓名，至少两个字" atLeast={shortestTerm} />
      </div>
      <section className="panel" aria-label="人员" aria-busy={persons.isFetching}>
        {isAsked ? null : <NoticePanel title="先按姓名查找" body="名单不整页列出。找不到的，点“登记人员”。" />}
        {isAsked && persons.isPending ? <ListSkeleton rows={6} /> : null}
        {persons.isError && !persons.data ? <ErrorPanel error={persons.error} what="人员" onRetry={() => void persons.refetch()} /> : null}
        {isAsked && persons.data?.items.length === 0 ? <NoticePanel title={`没有找到“${q}”`} body="检查姓名有没有写错；第一次来的，先登记。" action={<Button type="primary" onClick={() => setDoing({ act: 'add' })}>登记人员</Button>} /> : null}
        {isAsked && persons.data && persons.data.items.length > 0 ? <Table<PersonRow> rowKey="id" size="middle" columns={columns} dataSource={persons.data.items} pagination={false} className={persons.isPlaceholderData ? 'is-stale' : ''} /> : null}
      </section>
      {isAsked ? <KeysetPager keyset={keyset} nextCursor={persons.data?.nextCursor} count={persons.data?.items.length} unit="人" /> : null}
      <Drawer open={doing?.act === 'add'} onClose={close} size={480} title="登记人员" destroyOnHidden>
        <PersonForm
          center={center}
          send={async (body) => {
            const made = await create.mutateAsync(body)
            void message.success(`${made.name ?? ''}已登记`)
            show(made)
          }}
          onKnown={show}
          onCancel={close}
        />
      </Drawer>
      <Drawer open={doing?.act === 'member'} onClose={close} size={560} title="登记到党员名册" destroyOnHidden>
        {doing?.act === 'member' ? (
          <MemberForm
            center={center}
            name={`member.${center}.of.${doing.person.id}`}
            initial={{ ...emptyMember, name: doing.person.name ?? '' }}
            isNew
            submitLabel="登记"
            send={async (body) => {
              const made = await createMember.mutateAsync({ ...body, personId: doing.person.id })
              close()
              void message.success(`${made.name}已登记到${made.branch.name}`)
              void persons.refetch()
            }}
            onCancel={close}
          />
        ) : null}
      </Drawer>
      {doing?.act === 'merge' ? <MergeDialog center={center} person={doing.person} onClose={close} onDone={show} /> : null}
      {doing?.act === 'birth-date' ? <BirthDateDialog center={center} person={doing.person} onClose={close} /> : null}
      {doing?.act === 'sign-up' ? <SignUpDialog center={center} person={{ id: doing.person.id, name: doing.person.name ?? '这个人' }} onClose={close} /> : null}
    </>
  )
}
