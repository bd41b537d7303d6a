import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { archiveChannelLabels, archiveChannels, archiveStepLabels, archiveSteps, type ArchiveChannel, type ArchiveStep } from '@dangqun/contracts/transfer/vocabulary'
import { App, Button, Input, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Field, focusField } from '../../ui/field'
import { MomentText } from '../../ui/moment-text'
import { sayError } from '../../ui/say-error'
import { useUpdateArchive } from '../transfer.api'

/** 党员档案: it travels beside the letter, and late files are what a transfer waits for. */
export function ArchivePanel({ center, transfer }: { center: string; transfer: Transfer }) {
  const { message } = App.useApp()
  const { archive } = transfer
  const [isOpen, setIsOpen] = useState(false)
  const [channel, setChannel] = useState<ArchiveChannel | null>(archive.channel)
  const [step, setStep] = useState<ArchiveStep>(archive.step)
  const [missing, setMissing] = useState(archive.missing.join('\n'))
  const update = useUpdateArchive(center, transfer.id)
  // It opens at the foot of the drawer, half out of sight.
  useEffect(() => {
    if (isOpen) focusField('archive-channel')
  }, [isOpen])
  const save = () =>
    update.mutate({ step, ...(channel ? { channel } : {}), missing: missing.split('\n').map((line) => line.trim()).filter(Boolean) }, {
      onSuccess: () => { void message.success('档案去向已登记'); setIsOpen(false) },
      onError: (error) => void message.error(sayError(error, '没有保存成功，请再试一次')),
    })
  return (
    <section aria-labelledby="archive-title">
      <h3 id="archive-title" className="rank-title case-title">党员档案</h3>
      {isOpen ? (
        <>
          <Field id="archive-channel" label="怎么走" hint="各地规定不同：机要、EMS，或密封后本人携带。">
            {(props) => <Select {...props} className="wide" placeholder="选择方式" value={channel ?? undefined} onChange={setChannel} options={archiveChannels.map((value) => ({ value, label: archiveChannelLabels[value] }))} />}
          </Field>
          <Field id="archive-step" label="到哪一步" isGroup>{() => <Segmented<ArchiveStep> value={step} onChange={setStep} options={archiveSteps.map((value) => ({ value, label: archiveStepLabels[value] }))} />}</Field>
          <Field id="archive-missing" label="缺哪些材料" isOptional hint="一行写一项。补齐后删掉。">{(props) => <Input.TextArea {...props} autoSize={{ minRows: 2 }} value={missing} onChange={(event) => setMissing(event.target.value)} />}</Field>
          <div className="case-actions"><Button type="primary" loading={update.isPending} onClick={save}>保存</Button><Button onClick={() => setIsOpen(false)}>返回</Button></div>
        </>
      ) : (
        <>
          <dl className="case-sheet">
            <div className="case-line"><dt>去向</dt><dd>{archiveStepLabels[archive.step]}{archive.channel ? `，${archiveChannelLabels[archive.channel]}` : ''}{archive.changedAt ? <span className="quiet"> <MomentText at={archive.changedAt} /></span> : null}</dd></div>
            {archive.missing.length > 0 ? <div className="case-line is-found"><dt>缺材料</dt><dd>{archive.missing.join('、')}</dd></div> : null}
          </dl>
          {transfer.allowedActions.includes('update-archive') ? <Button size="small" onClick={() => setIsOpen(true)}>登记档案去向</Button> : null}
        </>
      )}
    </section>
  )
}
