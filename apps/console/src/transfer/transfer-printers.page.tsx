import type { Printer } from '@dangqun/contracts/transfer/papers/schemas'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { sayError } from '../ui/say-error'
import { PrinterForm } from './components/printer-form'
import { usePrinters, useRemovePrinter, useTestPrint } from './transfer-papers.api'

/** Where each printer of the centre stands off: print, lay over the blank, correct, until the crosses meet the lines. */
export function TransferPrintersPage() {
  const { center = '' } = useParams()
  const { message, modal } = App.useApp()
  const printers = usePrinters(center)
  const remove = useRemovePrinter(center)
  const test = useTestPrint(center)
  const [editing, setEditing] = useState<Printer | null>(null)
  const known = printers.data?.items.map(({ name }) => name) ?? []
  usePageTitle('介绍信打印位置')
  const askToRemove = (printer: Printer) =>
    void modal.confirm({
      centered: true, icon: null, title: `删去「${printer.name}」？`, content: '删去后要重新试印、调整。', okText: '删去', cancelText: '先不删', okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(printer.id).then(() => { if (editing?.id === printer.id) setEditing(null) }, (error: unknown) => void message.error(sayError(error))),
    })
  const columns: TableColumnsType<Printer> = [
    { title: '打印机', dataIndex: 'name', key: 'name' },
    { title: '向右（毫米）', key: 'x', width: 130, render: (_, { xMm }) => xMm.toFixed(1), align: 'right', className: 'figures' },
    { title: '向下（毫米）', key: 'y', width: 130, render: (_, { yMm }) => yMm.toFixed(1), align: 'right', className: 'figures' },
    {
      title: '', key: 'act', width: 260, align: 'right',
      render: (_, printer) => (
        <span className="row-actions">
          <Button onClick={() => test.mutate(printer.id, { onError: (error) => void message.error(sayError(error)) })}>试印</Button>
          <Button onClick={() => setEditing(printer)}>调整</Button>
          <Button type="text" onClick={() => askToRemove(printer)}>删去</Button>
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeader above={<BackLink to={`/${center}/transfers`}>组织关系接转</BackLink>} title="介绍信打印位置" note="每台打印机差一点点。试印一张，叠在空白介绍信上对着光看，差多少就改多少。" />
      <div className="printers">
        <section className="panel" aria-label="打印机">
          {printers.isPending ? <ListSkeleton rows={3} /> : null}
          {printers.isError && !printers.data ? <ErrorPanel error={printers.error} what="打印机" onRetry={() => void printers.refetch()} /> : null}
          {printers.data?.items.length === 0 ? <NoticePanel title="还没有登记打印机" body="在旁边填上打印机的名字，保存后试印。" /> : null}
          {printers.data && printers.data.items.length > 0 ? <Table<Printer> rowKey="id" columns={columns} dataSource={printers.data.items} pagination={false} /> : null}
        </section>
        <PrinterForm key={editing?.id ?? `new ${known.length}`} center={center} printer={editing} taken={known} onDone={() => setEditing(null)} />
      </div>
    </>
  )
}
