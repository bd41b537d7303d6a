import { Alert, Button, Modal, Radio } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { mergeValues, type Values } from '../centers-merge.rules'
import type { Edit } from '../use-edit'

interface Props<V extends Values> {
  edit: Edit<V>
  isReadOnly: boolean
  labels: Readonly<Record<string, string>>
  /** A field's value as the comparison shows it. */
  inWords: (field: string, values: V) => ReactNode
  children: ReactNode
}

/** Around the fields of a form: what was restored, what is refused, the buttons, and the comparison when somebody else saved first. */
export function EditFrame<V extends Values>({ edit, isReadOnly, labels, inWords, children }: Props<V>) {
  const count = Object.keys(edit.errors).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void edit.submit()
  }
  return (
    <form className="form settings-form" onSubmit={submit} noValidate aria-busy={edit.isSaving}>
      {isReadOnly ? <Alert type="info" showIcon title="你可以查看；修改由中心主任来做。" /> : null}
      {edit.isRestored && !isReadOnly ? <Alert type="info" showIcon title="已恢复你上次没有保存的修改" action={<Button size="small" onClick={edit.discard}>放弃这些修改</Button>} /> : null}
      <fieldset className="plain" disabled={isReadOnly}>{children}</fieldset>
      {isReadOnly ? null : (
        <footer className="form-foot">
          <Button type="primary" htmlType="submit" size="large" loading={edit.isSaving} disabled={!edit.isChanged}>保存</Button>
          {edit.isChanged ? <Button size="large" onClick={edit.discard}>放弃修改</Button> : <span className="quiet">没有要保存的修改</span>}
          {count > 0 ? <span className="field-error" role="status">有 {count} 处要改，已标在对应的位置</span> : null}
          {edit.refusal ? <Alert type="error" showIcon role="alert" title={edit.refusal} /> : null}
        </footer>
      )}
      {edit.theirs ? <Comparison edit={edit} theirs={edit.theirs.values} labels={labels} inWords={inWords} /> : null}
    </form>
  )
}

/** Somebody else saved first: shows what they changed, and lets each field be theirs or mine. Nothing typed is lost. */
function Comparison<V extends Values>({ edit, theirs, labels, inWords }: Pick<Props<V>, 'edit' | 'labels' | 'inWords'> & { theirs: V }) {
  const [takenOver, setTakenOver] = useState<readonly string[]>([])
  const merge = mergeValues(edit.base, edit.values, theirs)
  const merged: V = { ...merge.values, ...Object.fromEntries(takenOver.map((field) => [field, theirs[field]])) }
  return (
    <Modal
      open
      width={640}
      title="设置刚被其他人修改过"
      onCancel={edit.closeComparison}
      footer={[
        <Button key="discard" onClick={() => edit.takeOver(theirs)}>放弃我的，用最新内容</Button>,
        <Button key="merge" type="primary" onClick={() => edit.takeOver(merged)}>合并，回到表单核对</Button>,
      ]}
    >
      <p className="page-note">你填写的内容还在。{merge.conflicts.length > 0 ? '下面几处两边都改了，请选用哪一个。' : '两边改的地方不冲突，可以直接合并。'}</p>
      <dl className="conflicts">
        {merge.conflicts.map((field) => (
          <div key={field} className="conflict">
            <dt>{labels[field]}</dt>
            <dd>
              <Radio.Group aria-label={labels[field]} value={takenOver.includes(field)} onChange={(event) => setTakenOver(event.target.value === true ? [...takenOver, field] : takenOver.filter((other) => other !== field))}>
                <Radio value={false}>用我的：{inWords(field, edit.values)}</Radio>
                <Radio value>用对方的：{inWords(field, theirs)}</Radio>
              </Radio.Group>
            </dd>
          </div>
        ))}
        {merge.theirs.map((field) => (
          <div key={field} className="conflict"><dt>{labels[field]}</dt><dd>对方改成：{inWords(field, theirs)}</dd></div>
        ))}
        {merge.conflicts.length + merge.theirs.length === 0 ? <div className="conflict"><dt>其他设置</dt><dd>对方改的不在这一页上。</dd></div> : null}
      </dl>
    </Modal>
  )
}
