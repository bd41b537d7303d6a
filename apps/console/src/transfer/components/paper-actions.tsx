import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { Alert, App, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { deviceStorage } from '../../platform/storage'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useLetterPrint, usePrinters, useSlipPrint } from '../transfer-papers.api'

/** The two papers of a case: the letter onto its blank, and the member's slip. */
export function PaperActions({ center, transfer }: { center: string; transfer: Transfer }) {
  const { message } = App.useApp()
  const [isChoosing, setIsChoosing] = useState(false)
  const slip = useSlipPrint(center, transfer.id)
  const may = (action: Transfer['allowedActions'][number]) => transfer.allowedActions.includes(action)
  if (!may('print-letter') && !may('print-slip')) return null
  return (
    <div className="case-actions">
      {may('print-letter') ? <Button onClick={() => setIsChoosing(true)}>打印介绍信…</Button> : null}
      {may('print-slip') ? <Button loading={slip.isPending} onClick={() => slip.mutate(undefined, { onError: (error) => void message.error(sayError(error, '没有打开，请再试一次')) })}>打印办理凭条</Button> : null}
      {isChoosing ? <LetterDialog center={center} transfer={transfer} onClose={() => setIsChoosing(false)} /> : null}
    </div>
  )
}

const lastPrinter = 'dangqun.console.printer'

function LetterDialog({ center, transfer, onClose }: { center: string; transfer: Transfer; onClose: () => void }) {
  const printers = usePrinters(center)
  const [chosen, setChosen] = useState(() => deviceStorage.read(lastPrinter))
  const print = useLetterPrint(center, transfer.id)
  const items = printers.data?.items ?? []
  const printer = items.find(({ id }) => id === chosen) ?? items[0]
  const letter = transfer.letters.find(({ isVoid }) => !isVoid)
  const send = () => {
    if (printer) deviceStorage.write(lastPrinter, printer.id)
    print.mutate(printer?.id, { onSuccess: onClose })
  }
  return (
    <Modal open centered title="打印介绍信" okText="打开打印页" cancelText="返回" confirmLoading={print.isPending} onOk={send} onCancel={onClose}>
      <p>放入编号 <strong className="figures">{letter?.number}</strong> 的空白介绍信，按实际大小（100%）打印，不要缩放。只印文字，盖章由党委完成。</p>
      <Field id="letter-printer" label="打印机" hint={<>位置不准，先到<Link to={`/${center}/printers`}>打印位置</Link>里试印、调整。</>}>
        {(props) => <Select {...props} className="wide" loading={printers.isPending} placeholder="还没有登记打印机，按标准位置打印" value={printer?.id} onChange={setChosen} options={items.map(({ id, name }) => ({ value: id, label: name }))} />}
      </Field>
      {print.isError ? <Alert type="error" showIcon role="alert" title={sayError(print.error, '没有打开，请再试一次')} /> : null}
    </Modal>
  )
}
