import { savePrinter, type Printer, type SavePrinter } from '@dangqun/contracts/transfer/papers/schemas'
import { App, Input, InputNumber } from 'antd'
import { EntryForm } from '../../ui/entry-form'
import { Field } from '../../ui/field'
import { useEntry } from '../../ui/use-entry'
import { useSavePrinter } from '../transfer-papers.api'

/** Millimetres as they were typed: an emptied field is told, not taken for 0. */
interface PrinterValues extends Record<string, string | null> {
  name: string
  xMm: string | null
  yMm: string | null
}

const toBody = ({ name, xMm, yMm }: PrinterValues): SavePrinter => ({ name: name.trim(), xMm: millimetresOf(xMm), yMm: millimetresOf(yMm) })
const millimetresOf = (typed: string | null) => (typed === null ? NaN : Number(typed))
const unset = { name: '请填写打印机的名字', xMm: '请填写毫米数，不用移就填 0', yMm: '请填写毫米数，不用移就填 0' }

interface Props {
  center: string
  /** The printer to be adjusted; null: one more. */
  printer: Printer | null
  /** Names that are taken: a printer is saved by its name. */
  taken: readonly string[]
  onDone: () => void
}

/** Where one printer has to put the words. What was typed and not saved waits for whoever comes back to this printer. */
export function PrinterForm({ center, printer, taken, onDone }: Props) {
  const { message } = App.useApp()
  const save = useSavePrinter(center)
  const entry = useEntry<PrinterValues, SavePrinter>({
    name: `printer.${center}.${printer?.id ?? 'new'}`, initial: { name: printer?.name ?? '', xMm: String(printer?.xMm ?? 0), yMm: String(printer?.yMm ?? 0) }, toBody, unset,
    schema: savePrinter.refine(({ name }) => printer !== null || !taken.includes(name), { path: ['name'], message: '已经有这台打印机了，请在列表里点“调整”' }),
    send: async (body) => {
      await save.mutateAsync(body)
      void message.success('已保存，再试印一张看看')
      onDone()
    },
  })
  const tenths = (field: 'xMm' | 'yMm', label: string, hint: string) => (
    <Field id={entry.fieldId(field)} label={label} hint={hint} error={entry.errors[field]}>
      {(props) => <InputNumber<string> {...props} className="number" stringMode step="0.5" suffix="毫米" value={entry.values[field]} onChange={(typed) => entry.change({ [field]: typed })} />}
    </Field>
  )
  return (
    <section className="panel form-part printer-form" aria-labelledby="printer-title">
      <h2 id="printer-title">{printer ? `调整「${printer.name}」` : '新增打印机'}</h2>
      <EntryForm entry={entry} submitLabel="保存" onCancel={printer ? onDone : undefined}>
        <Field id={entry.fieldId('name')} label="名字" error={entry.errors['name']} hint="写清放在哪里，例如：党委办公室针式。">
          {(props) => <Input {...props} maxLength={40} disabled={printer !== null} value={entry.values.name} onChange={(event) => entry.change({ name: event.target.value })} />}
        </Field>
        {tenths('xMm', '向右移', '字印得偏左填正数，偏右填负数。')}
        {tenths('yMm', '向下移', '字印得偏上填正数，偏下填负数。试印按已保存的位置。')}
      </EntryForm>
    </section>
  )
}
