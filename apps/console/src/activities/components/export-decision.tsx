import type { ExportRow } from '@dangqun/contracts/activities/exports/schemas'
import { exportFetchHours } from '@dangqun/contracts/activities/exports/vocabulary'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useExportDecision, type ExportDecision } from '../activities-exports.api'

export interface DecidingExport {
  act: ExportDecision['act']
  row: ExportRow
}

/** A second person's word on a list, never without a few written ones. */
export function ExportDecisionDialog({ center, deciding: { act, row }, onClose }: { center: string; deciding: DecidingExport; onClose: () => void }) {
  const { message } = App.useApp()
  const decide = useExportDecision(center)
  const [note, setNote] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const problem = note.trim().length < 2 ? '请写几个字说明' : undefined
  const isApproval = act === 'approve'
  const send = () => {
    setWasAsked(true)
    if (problem) return
    decide.mutate({ act, id: row.id, note: note.trim() }, { onSuccess: () => { void message.success(isApproval ? '已批准' : '已答复申请人'); onClose() } })
  }
  return (
    <Modal open centered title={`${isApproval ? '批准导出' : '不批准'}：${row.activityTitle}`} okText={isApproval ? '批准' : '不批准'} cancelText="返回" confirmLoading={decide.isPending} onOk={send} onCancel={onClose}>
      {decide.isError ? <Alert className="advice" type="error" showIcon role="alert" title={sayError(decide.error)} /> : null}
      <p>{row.askedBy ?? '工作人员'} 申请导出 {row.rows} 人，用途：{row.purpose}。{row.phoneReason === null ? '手机号不显示中间四位。' : `含完整手机号，原因：${row.phoneReason}。`}</p>
      <Field id="export-note" label={isApproval ? '批准意见' : '不批准的原因'} hint={isApproval ? `批准后只有申请人能下载，${exportFetchHours} 小时内有效。` : '申请人会看到。'} error={wasAsked ? problem : undefined}>
        {(props) => <Input {...props} maxLength={100} showCount value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Modal>
  )
}
