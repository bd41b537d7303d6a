import type { PersonRow } from '@dangqun/contracts/organization/bindings/schemas'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { ErrorPanel } from '../../ui/error-panel'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { SearchBox } from '../../ui/search-box'
import { shortestTerm } from '../organization-filter.rules'
import { useHoldings, useMergePerson, usePersons } from '../organization-persons.api'
import { holdingWords } from '../organization-persons.rules'
import { PersonWords } from './person-words'

interface Props {
  center: string
  person: PersonRow
  onClose: () => void
  onDone: (kept: PersonRow) => void
}

const usual = ['身份证原件', '本人到场核对手机号']

/** Two records of one human being become one: who stays, what moves, what was looked at. */
export function MergeDialog({ center, person, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const [term, setTerm] = useState(person.name ?? '')
  const [into, setInto] = useState<string>()
  const [evidence, setEvidence] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const found = usePersons(center, { q: term, limit: 20 }, [...term].length >= shortestTerm)
  const holdings = useHoldings(center, person.id)
  const merge = useMergePerson(center, person.id)
  const others = (found.data?.items ?? []).filter(({ id }) => id !== person.id)
  const kept = others.find(({ id }) => id === into)
  const refusal = sayRefusal(merge.error)
  const moves = holdings.data && holdingWords(holdings.data)
  const send = () => {
    setWasAsked(true)
    if (!kept || evidence.trim().length < 2) return
    void merge.mutateAsync({ into: kept.id, evidence: evidence.trim() }).then(
      (one) => {
        void message.success('已合并成一条记录')
        onDone(one)
      },
      () => undefined,
    )
  }
  return (
    <Modal open title={`把${person.name ?? '这个人'}并入另一条记录`} okText="合并" cancelText="先不合并" okButtonProps={{ danger: true }} confirmLoading={merge.isPending} onOk={send} onCancel={onClose} width={560}>
      <p>合并以后只留下另一条，不能撤销。请当面核对是同一个人。</p>
      {holdings.isError && !holdings.data ? <ErrorPanel error={holdings.error} what="名下记录" onRetry={() => void holdings.refetch()} /> : null}
      {holdings.data ? <p className="strong">{moves ? `会一起过去：${moves}` : '名下没有记录，只是少了一条重复的登记'}</p> : null}
      <Field id="merge-into" label="并入谁" isGroup error={wasAsked && !kept ? '请选择留下的那条记录' : undefined}>
        {() => (
          <>
            <SearchBox value={term} onSearch={setTerm} label="查找留下的人" placeholder="姓名，至少两个字" atLeast={shortestTerm} />
            {found.data && others.length === 0 ? <p className="quiet">没有找到同名的另一条记录，换个名字查找。</p> : null}
            <Radio.Group className="candidates" value={into} onChange={(event) => setInto(event.target.value as string)}>
              {others.map((other) => <Radio key={other.id} value={other.id}><PersonWords person={other} /></Radio>)}
            </Radio.Group>
          </>
        )}
      </Field>
      <Field id="merge-evidence" label="核对了什么" error={refusal ?? (wasAsked && evidence.trim().length < 2 ? '请写明核对了什么' : undefined)}>
        {(props) => <Input {...props} maxLength={100} value={evidence} onChange={(event) => setEvidence(event.target.value)} />}
      </Field>
      <div className="usual">{usual.map((words) => <button key={words} type="button" className="chip" onClick={() => setEvidence(words)}>{words}</button>)}</div>
    </Modal>
  )
}
