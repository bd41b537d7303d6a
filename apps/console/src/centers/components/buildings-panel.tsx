import { createBuilding, type BuildingRow, type CreateBuilding } from '@dangqun/contracts/centers/catalogue/schemas'
import { Alert, App, Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import { EntryForm, EntryLine } from '../../ui/entry-form'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { NoticePanel } from '../../ui/notice-panel'
import { useEntry } from '../../ui/use-entry'
import { useBuildings, useCreateBuilding, useOrderBuildings, useUpdateBuilding } from '../centers-catalogue.api'
import { moved } from '../centers-order.rules'
import { OrderedList } from './ordered-list'

/** The centre's buildings: where firms are registered, and what the phone shows of the quarter. */
export function BuildingsPanel({ center, draftName }: { center: string; draftName: string }) {
  const { message } = App.useApp()
  const list = useBuildings(center)
  const create = useCreateBuilding(center)
  const update = useUpdateBuilding(center)
  const order = useOrderBuildings(center)
  const [open, setOpen] = useState<string | null>(null)
  if (list.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!list.data) return <ErrorPanel error={list.error} what="楼宇" onRetry={() => void list.refetch()} />
  const { items, allowedActions } = list.data
  const isReadOnly = !allowedActions.includes('update')
  const edited = items.find(({ id }) => id === open)
  const fail = (error: Error) => void message.error(error.message)
  const retire = ({ id, version, name }: BuildingRow, isRetired: boolean) =>
    update.mutate({ id, body: { version, isRetired } }, { onSuccess: () => void message.success(isRetired ? `已停用“${name}”` : `已恢复“${name}”`), onError: fail })
  const close = () => setOpen(null)
  const save = async (body: CreateBuilding) => {
    await (edited ? update.mutateAsync({ id: edited.id, body: { ...body, version: edited.version } }) : create.mutateAsync(body))
    close()
    void message.success(edited ? '已保存' : '楼宇已添加')
  }
  const add = isReadOnly ? null : <Button type="primary" onClick={() => setOpen('new')}>添加楼宇</Button>
  return (
    <div className="settings-form">
      {isReadOnly ? <Alert className="advice" type="info" showIcon title="你可以查看；修改由中心主任来做。" /> : null}
      <section className="panel form-part" aria-labelledby="part-buildings">
        <div className="part-head"><h2 id="part-buildings">楼宇</h2>{items.length > 0 ? add : null}</div>
        <p className="quiet">登记企业时从这里选楼宇；手机上的中心名片也按这个次序列出。楼宇不会删除：不用了就停用，已登记在里面的企业不受影响。</p>
        {items.length === 0 ? <NoticePanel title="还没有楼宇" body="先把商圈的楼宇加进来，才能登记企业。" action={add} /> : null}
        <OrderedList
          label="楼宇"
          items={items.map((row) => ({ ...row, words: row.address || '没有写地址', isOff: row.isRetired }))}
          offLabel="已停用"
          isReadOnly={isReadOnly}
          isBusy={order.isPending || update.isPending}
          isMovable={({ isRetired }) => !isRetired}
          onMove={({ id }, by) => order.mutate(moved(items.filter(({ isRetired }) => !isRetired).map((row) => row.id), id, by), { onError: fail })}
          onEdit={({ id }) => setOpen(id)}
          action={(row) => row.isRetired ? <Button size="small" aria-label={`恢复${row.name}`} onClick={() => retire(row, false)}>恢复</Button> : (
            <Popconfirm title={`停用“${row.name}”？`} description="手机上不再列出，也不能再登记新企业；已登记的企业还在。随时可以恢复。" okText="停用" cancelText="不停用" onConfirm={() => retire(row, true)}>
              <Button size="small" aria-label={`停用${row.name}`}>停用</Button>
            </Popconfirm>
          )}
        />
      </section>
      <Drawer open={open !== null} onClose={close} size={480} title={edited ? '修改楼宇' : '添加楼宇'} destroyOnHidden>
        {open === null ? null : <BuildingForm name={`${draftName}.${open}`} stored={edited} onSave={save} onCancel={close} />}
      </Drawer>
    </div>
  )
}

function BuildingForm({ name, stored, onSave, onCancel }: { name: string; stored: BuildingRow | undefined; onSave: (body: CreateBuilding) => Promise<void>; onCancel: () => void }) {
  const entry = useEntry<{ name: string; address: string }, CreateBuilding>({
    name, initial: { name: stored?.name ?? '', address: stored?.address ?? '' }, schema: createBuilding, toBody: (values) => ({ ...values }), unset: { name: '请填写' }, refusedField: { 'centers.nameTaken': 'name' }, send: onSave,
  })
  return (
    <EntryForm entry={entry} submitLabel={stored ? '保存' : '添加'} onCancel={onCancel}>
      <EntryLine entry={entry} field="name" label="名称" maxLength={30} placeholder="例如：尚泽国际 A 座" hint="商户平时怎么叫就怎么写。" />
      <EntryLine entry={entry} field="address" label="地址" isOptional placeholder="例如：尚百商圈 3 号楼" />
    </EntryForm>
  )
}
