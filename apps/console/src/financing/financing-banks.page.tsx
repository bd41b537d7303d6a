import { createBank, type BankRow, type CreateBank } from '@dangqun/contracts/financing/banks/schemas'
import { bankKinds } from '@dangqun/contracts/financing/vocabulary'
import { App, Button, Drawer, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { EntrySelect } from '../ui/entry-choice'
import { EntryForm, EntryLine } from '../ui/entry-form'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { useEntry } from '../ui/use-entry'
import { useBankRows, useCreateBank, useUpdateBank } from './financing.api'

const columns = (act: (row: BankRow) => ReactNode): TableColumnsType<BankRow> => [
  { title: '银行', key: 'name', render: (_, { name, kind }) => <span className="two-lines"><span className="strong">{name}</span><span className="quiet">{kind}</span></span> },
  { title: '在架产品', key: 'products', width: 140, align: 'right', render: (_, { products, isRetired }) => <span className="figures">{isRetired ? 0 : products}</span> },
  { title: '状态', key: 'state', width: 180, render: (_, { isRetired, products }) => (isRetired ? <span className="quiet">已停用{products > 0 ? `，恢复后 ${products} 款上架` : ''}</span> : '合作中') },
  { title: '', key: 'act', width: 180, align: 'right', render: (_, row) => act(row) },
]

/** The banks that work with the centre: they must be here before their officers can be invited and write products. */
export function FinancingBanksPage() {
  const { center = '' } = useParams()
  const { message } = App.useApp()
  const list = useBankRows(center)
  const create = useCreateBank(center)
  const update = useUpdateBank(center)
  const [open, setOpen] = useState<string | null>(null)
  usePageTitle('合作银行')
  const items = list.data?.items ?? []
  const edited = items.find(({ id }) => id === open)
  const close = () => setOpen(null)
  const save = async (body: CreateBank) => {
    await (edited ? update.mutateAsync({ id: edited.id, body: { ...body, version: edited.version } }) : create.mutateAsync(body))
    close()
    void message.success(edited ? '已保存' : '银行已添加，可以在“账号与权限”里邀请它的客户经理')
  }
  const retire = ({ id, version, name }: BankRow, isRetired: boolean) =>
    update.mutate({ id, body: { version, isRetired } }, { onSuccess: () => void message.success(isRetired ? `已停用“${name}”` : `已恢复“${name}”`), onError: (error) => void message.error(error.message) })
  const act = (row: BankRow) => (
    <span className="ordered-actions">
      <Button size="small" aria-label={`修改${row.name}`} onClick={() => setOpen(row.id)}>修改</Button>
      {row.isRetired ? <Button size="small" aria-label={`恢复${row.name}`} onClick={() => retire(row, false)}>恢复</Button> : (
        <Popconfirm title={`停用“${row.name}”？`} description={row.products > 0 ? `手机上马上看不到它的 ${row.products} 款产品，也不能再提交新产品。随时可以恢复。` : '它不能再提交新产品。随时可以恢复。'} okText="停用" cancelText="不停用" onConfirm={() => retire(row, true)}>
          <Button size="small" aria-label={`停用${row.name}`}>停用</Button>
        </Popconfirm>
      )}
    </span>
  )
  const add = <Button type="primary" onClick={() => setOpen('new')}>添加银行</Button>
  return (
    <>
      <PageHeader above={<BackLink to={`/${center}/loans`}>贷款产品</BackLink>} title="合作银行" note="银行在名单里，才能邀请它的客户经理来写产品；停用一家，它的产品就都下架。" actions={add} />
      <section className="panel" aria-label="银行列表" aria-busy={list.isFetching}>
        {list.isPending ? <ListSkeleton /> : null}
        {list.isError && !list.data ? <ErrorPanel error={list.error} what="银行列表" onRetry={() => void list.refetch()} /> : null}
        {list.data && items.length === 0 ? <NoticePanel title="还没有合作银行" body="先添加银行，再请中心主任邀请它的客户经理。" action={add} /> : null}
        {items.length > 0 ? <Table<BankRow> rowKey="id" columns={columns(act)} dataSource={items} pagination={false} /> : null}
      </section>
      <Drawer open={open !== null} onClose={close} size={480} title={edited ? '修改银行' : '添加银行'} destroyOnHidden>
        {open === null ? null : <BankForm name={`bank.${center}.${open}`} stored={edited} onSave={save} onCancel={close} />}
      </Drawer>
    </>
  )
}

function BankForm({ name, stored, onSave, onCancel }: { name: string; stored: BankRow | undefined; onSave: (body: CreateBank) => Promise<void>; onCancel: () => void }) {
  const entry = useEntry<{ name: string; kind: string }, CreateBank>({
    name, initial: { name: stored?.name ?? '', kind: stored?.kind ?? '' }, schema: createBank, toBody: (values) => ({ ...values }), unset: { name: '请填写', kind: '请选择' }, refusedField: { 'financing.bankNameTaken': 'name' }, send: onSave,
  })
  const kinds = stored && !bankKinds.includes(stored.kind) ? [stored.kind, ...bankKinds] : bankKinds
  return (
    <EntryForm entry={entry} submitLabel={stored ? '保存' : '添加'} onCancel={onCancel}>
      <EntryLine entry={entry} field="name" label="名称" maxLength={30} hint="企业在手机上看到的名字。" />
      <EntrySelect entry={entry} field="kind" label="类型" placeholder="选择类型" options={kinds.map((value) => ({ value, label: value }))} />
    </EntryForm>
  )
}
