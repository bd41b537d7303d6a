import type { Demand } from '@dangqun/contracts/financing/demands/schemas'
import { callOutcomeLabels, callOutcomes, type CallOutcome } from '@dangqun/contracts/financing/demands/vocabulary'
import { Alert, App, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayError } from '../../ui/say-error'
import { useRecordCall } from '../financing-demands.api'
import { useProductsOf } from '../financing-referrals.api'
import { PhoneNumber } from './case-lines'

const withFirm = 'firm'

/** Whom to phone, at which number, and what came of it: with the firm, or with a bank that is at work on its demand. */
export function CallDialog({ center, demand, referralId, onClose }: { center: string; demand: Demand; referralId: string | null; onClose: () => void }) {
  const { message } = App.useApp()
  const [called, setCalled] = useState(referralId ?? withFirm)
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [wasAsked, setWasAsked] = useState(false)
  const record = useRecordCall(center, demand.id)
  const referral = demand.referrals.find(({ id }) => id === called)
  const send = () => {
    setWasAsked(true)
    if (outcome === null) return
    record.mutate({ outcome, ...(referral ? { referralId: referral.id } : {}) }, { onSuccess: () => { void message.success('电话已记下'); onClose() } })
  }
  return (
    <Modal open centered title={`记一次电话：${demand.firm.name}`} okText="记下" cancelText="先不记" confirmLoading={record.isPending} onOk={send} onCancel={onClose} destroyOnHidden>
      {record.isError ? <Alert className="act-note" type="error" showIcon role="alert" title={sayError(record.error, '没有记下，请再试一次')} /> : null}
      <Field id="call-with" label="打给谁" hint={referral ? <BankNumbers center={center} bankId={referral.bank.id} productName={referral.productName} /> : <>{demand.contact.name}，<PhoneNumber number={demand.contact.phone} /></>}>
        {(props) => <Select {...props} className="wide" value={called} onChange={setCalled} options={[{ value: withFirm, label: `企业：${demand.firm.name}` }, ...demand.referrals.map(({ id, bank }) => ({ value: id, label: `银行：${bank.name}` }))]} />}
      </Field>
      <Field id="call-outcome" label="结果" isGroup error={wasAsked && outcome === null ? '请选择结果' : undefined}>
        {(props) => <Radio.Group {...props} value={outcome} onChange={(event) => setOutcome(callOutcomes.find((each) => each === event.target.value) ?? null)} options={callOutcomes.map((value) => ({ value, label: callOutcomeLabels[value] }))} />}
      </Field>
    </Modal>
  )
}

/** The officers whom a bank names with its products; of the picked product first. */
function BankNumbers({ center, bankId, productName }: { center: string; bankId: string; productName: string | null }) {
  const products = useProductsOf(center, bankId)
  if (products.isPending) return <>正在找电话…</>
  if (!products.data) return <>电话没有加载出来：{sayError(products.error, '请关掉重试')}</>
  const contacts = new Map([...products.data].sort((one, other) => Number(other.terms.name === productName) - Number(one.terms.name === productName)).map(({ terms: { contact } }) => [contact.managerPhone, contact]))
  if (contacts.size === 0) return <>这家银行没有在架的产品，这里没有它的电话。</>
  return <>{[...contacts.values()].map(({ outlet, managerNumber, managerPhone }) => <span key={managerPhone} className="phone-line">{outlet} {managerNumber}，<PhoneNumber number={managerPhone} /></span>)}</>
}
