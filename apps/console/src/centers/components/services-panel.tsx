import { createService, type CreateService, type ServiceRow } from '@dangqun/contracts/centers/catalogue/schemas'
import { programmeLabels, programmes, serviceTargetLabels, serviceTargets, type Programme, type ServiceTarget } from '@dangqun/contracts/centers/vocabulary'
import { Alert, App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { EntrySelect } from '../../ui/entry-choice'
import { EntryForm, EntryLine } from '../../ui/entry-form'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { ProgrammeMark } from '../../ui/programme-mark'
import { useEntry } from '../../ui/use-entry'
import { useCreateService, useOrderServices, useServices, useUpdateService } from '../centers-catalogue.api'
import { moved } from '../centers-order.rules'
import { OrderedList } from './ordered-list'
import { ServicesPreview } from './services-preview'

const atTheDesk = '到现场办理'
const words = ({ summary, place, target }: ServiceRow) => `${summary} · ${place} · ${target ? serviceTargetLabels[target] : atTheDesk}`

/** The catalogue of services by programme, with the phone's view of it beside. */
export function ServicesPanel({ center, draftName }: { center: string; draftName: string }) {
  const { message } = App.useApp()
  const list = useServices(center)
  const create = useCreateService(center)
  const update = useUpdateService(center)
  const order = useOrderServices(center)
  /** One of the list, or a new one of a programme. */
  const [open, setOpen] = useState<{ id: string } | { programme: Programme } | null>(null)
  if (list.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!list.data) return <ErrorPanel error={list.error} what="服务目录" onRetry={() => void list.refetch()} />
  const { items, allowedActions } = list.data
  const isReadOnly = !allowedActions.includes('update')
  const edited = open && 'id' in open ? items.find(({ id }) => id === open.id) : undefined
  const fail = (error: Error) => void message.error(error.message)
  const hide = ({ id, version, name }: ServiceRow, isHidden: boolean) =>
    update.mutate({ id, body: { version, isHidden } }, { onSuccess: () => void message.success(isHidden ? `手机上不再显示“${name}”` : `手机上又能看到“${name}”了`), onError: fail })
  const close = () => setOpen(null)
  const save = async (body: CreateService) => {
    await (edited ? update.mutateAsync({ id: edited.id, body: { ...body, version: edited.version } }) : create.mutateAsync(body))
    close()
    void message.success(edited ? '已保存' : '服务已添加')
  }
  return (
    <div className="with-preview">
      <div className="settings-form">
        {isReadOnly ? <Alert className="advice" type="info" showIcon title="你可以查看；修改由中心主任来做。" /> : null}
        {programmes.map((programme) => {
          const own = items.filter((row) => row.programme === programme)
          return (
            <section key={programme} className="panel form-part" aria-label={programmeLabels[programme].name}>
              <div className="part-head"><h2><ProgrammeMark programme={programme} /></h2>{isReadOnly ? null : <Button aria-label={`给${programmeLabels[programme].name}加一项`} onClick={() => setOpen({ programme })}>加一项</Button>}</div>
              {own.length === 0 ? <p className="quiet">还没有服务。手机上会写“这个中心还没有开设”。</p> : null}
              <OrderedList
                label={programmeLabels[programme].name}
                items={own.map((row) => ({ ...row, words: words(row), isOff: row.isHidden }))}
                offLabel="不显示"
                isReadOnly={isReadOnly}
                isBusy={order.isPending || update.isPending}
                isMovable={() => true}
                onMove={({ id }, by) => order.mutate({ programme, ids: moved(own.map((row) => row.id), id, by) }, { onError: fail })}
                onEdit={({ id }) => setOpen({ id })}
                action={(row) => <Button size="small" aria-label={`${row.isHidden ? '显示' : '隐藏'}${row.name}`} onClick={() => hide(row, !row.isHidden)}>{row.isHidden ? '显示' : '隐藏'}</Button>}
              />
            </section>
          )
        })}
      </div>
      <ServicesPreview services={items.filter(({ isHidden }) => !isHidden)} />
      <Drawer open={open !== null} onClose={close} size={480} title={edited ? '修改服务' : '添加服务'} destroyOnHidden>
        {open === null ? null : <ServiceForm name={`${draftName}.${'id' in open ? open.id : open.programme}`} stored={edited} programme={'programme' in open ? open.programme : (edited?.programme ?? 'red')} onSave={save} onCancel={close} />}
      </Drawer>
    </div>
  )
}

const desk = 'desk'
type Values = { programme: Programme; name: string; summary: string; place: string; target: ServiceTarget | typeof desk }

function ServiceForm({ name, stored, programme, onSave, onCancel }: { name: string; stored: ServiceRow | undefined; programme: Programme; onSave: (body: CreateService) => Promise<void>; onCancel: () => void }) {
  const entry = useEntry<Values, CreateService>({
    name,
    initial: { programme, name: stored?.name ?? '', summary: stored?.summary ?? '', place: stored?.place ?? '', target: stored?.target ?? desk },
    schema: createService,
    toBody: (values) => ({ ...values, target: values.target === desk ? null : values.target }),
    unset: { name: '请填写', summary: '请填写', place: '请填写' },
    refusedField: { 'centers.nameTaken': 'name' },
    send: onSave,
  })
  return (
    <EntryForm entry={entry} submitLabel={stored ? '保存' : '添加'} onCancel={onCancel}>
      <EntrySelect entry={entry} field="programme" label="板块" options={programmes.map((value) => ({ value, label: `${programmeLabels[value].sign} ${programmeLabels[value].name}` }))} />
      <EntryLine entry={entry} field="name" label="名称" maxLength={20} placeholder="例如：益企诊所" />
      <EntryLine entry={entry} field="summary" label="简介" maxLength={80} placeholder="例如：工商税务、法律咨询，专业人员轮流坐诊" hint="一句话说清能办什么。" />
      <EntryLine entry={entry} field="place" label="在哪里办" maxLength={40} placeholder="例如：一楼 5 号窗口" />
      <EntrySelect entry={entry} field="target" label="怎么办理" hint="选手机上的，点这项服务就直接打开那个功能。" options={[{ value: desk, label: atTheDesk }, ...serviceTargets.map((value) => ({ value, label: serviceTargetLabels[value] }))]} />
    </EntryForm>
  )
}
