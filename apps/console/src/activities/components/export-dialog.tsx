import type { ExportRow } from '@dangqun/contracts/activities/exports/schemas'
import { exportAnswerDays, exportFetchHours, rowsWithoutApproval } from '@dangqun/contracts/activities/exports/vocabulary'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { Alert, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { useAskExport, useExportFile } from '../activities-exports.api'

const tooShort = (text: string) => (text.trim().length < 4 ? '请用至少 4 个字写清楚' : undefined)

/** What the list is for comes first; then it is there, or waits for somebody else's word. */
export function ExportDialog({ center, activity, onClose }: { center: string; activity: Activity; onClose: () => void }) {
  const ask = useAskExport(center, activity.id)
  const [purpose, setPurpose] = useState('')
  const [wantsPhones, setWantsPhones] = useState(false)
  const [phoneReason, setPhoneReason] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const count = activity.taken + activity.waiting
  const problem = tooShort(purpose)
  const phoneProblem = wantsPhones ? tooShort(phoneReason) : undefined
  const send = () => {
    setWasAsked(true)
    if (problem || phoneProblem) return
    // A refusal is shown above the fields; what was typed stays.
    ask.mutate({ purpose: purpose.trim(), phoneReason: wantsPhones ? phoneReason.trim() : null })
  }
  if (ask.data) return <ExportAsked center={center} row={ask.data} onClose={onClose} />
  const refusal = sayRefusal(ask.error)
  return (
    <Modal open centered title={`导出名单：${activity.title}`} okText={count > rowsWithoutApproval ? '提交审批' : '生成名单'} cancelText="先不导出" confirmLoading={ask.isPending} onOk={send} onCancel={onClose}>
      <p className="quiet">
        现在有 {count} 人报名或候补。
        {count > rowsWithoutApproval ? `超过 ${rowsWithoutApproval} 人，要中心的另一位负责人批准后才能下载。` : `填好用途就可以下载，${exportFetchHours} 小时内有效。`}
        每份名单都带用途、你的账号和时间，下载会记入审计。
      </p>
      {refusal === null ? null : <Alert className="advice" type="error" showIcon role="alert" title={refusal} />}
      <Field id="export-purpose" label="用途" hint="印在名单上，例如“现场签到核对”。" error={wasAsked ? problem : undefined}>
        {(props) => <Input {...props} maxLength={100} showCount value={purpose} onChange={(event) => setPurpose(event.target.value)} />}
      </Field>
      {activity.asks.includes('phone') ? (
        <>
          <Checkbox checked={wantsPhones} onChange={(event) => setWantsPhones(event.target.checked)}>需要完整手机号</Checkbox>
          <p className="quiet">不勾选时，手机号中间四位不显示。</p>
          {wantsPhones ? (
            <Field id="export-phones" label="为什么需要完整手机号" hint="例如“场地临时更换，逐个打电话通知”。" error={wasAsked ? phoneProblem : undefined}>
              {(props) => <Input {...props} maxLength={100} showCount value={phoneReason} onChange={(event) => setPhoneReason(event.target.value)} />}
            </Field>
          ) : null}
        </>
      ) : null}
    </Modal>
  )
}

/** What follows from the asking. */
function ExportAsked({ center, row, onClose }: { center: string; row: ExportRow; onClose: () => void }) {
  const take = useExportFile(center)
  const isReady = row.allowedActions.includes('file')
  const refusal = sayRefusal(take.error)
  return (
    <Modal
      open
      centered
      title={isReady ? '名单可以下载了' : '已提交审批'}
      okText={isReady ? (take.isSuccess ? '再下载一次' : '下载名单') : '知道了'}
      cancelText="关闭"
      confirmLoading={take.isPending}
      onOk={() => (isReady ? take.mutate(row) : onClose())}
      onCancel={onClose}
    >
      {refusal === null ? null : <Alert className="advice" type="error" showIcon role="alert" title={refusal} />}
      {take.isSuccess ? <Alert className="advice" type="success" showIcon role="status" title="已下载，用后请删除" /> : null}
      <p>
        {isReady ? `共 ${row.rows} 人。${exportFetchHours} 小时内都可以下载，只有你能下载。` : `共 ${row.rows} 人。中心的另一位负责人会在“等我处理”里看到，${exportAnswerDays} 天内没有答复就作废。批准后你在 ${exportFetchHours} 小时内下载。`}
        {' '}<Link to={`/${center}/exports`} className="link">看我的导出</Link>
      </p>
    </Modal>
  )
}
