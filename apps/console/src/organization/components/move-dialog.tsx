import type { Organization, OrganizationNode } from '@dangqun/contracts/organization/tree/schemas'
import { Alert, App, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field'
import { sayRefusal } from '../../ui/say-error'
import { lineAbove, uppersFor } from '../organization-chart.rules'
import { useMoveOrganization } from '../organization-tree.api'

interface Props {
  center: string
  organization: Organization
  nodes: readonly OrganizationNode[]
  onClose: () => void
}

/** A change of 隶属, with what follows from it said before it is done. */
export function MoveDialog({ center, organization, nodes, onClose }: Props) {
  const { message } = App.useApp()
  const from = organization.path.at(-1)
  const [upper, setUpper] = useState<string | undefined>()
  const move = useMoveOrganization(center, organization)
  const target = nodes.find(({ id }) => id === upper)
  const committee = target ? [target, ...lineAbove(nodes, target).reverse()].find(({ canApproveProbationary }) => canApproveProbationary) : undefined
  const changesCommittee = target !== undefined && committee?.id !== organization.approvingCommittee?.id && !organization.canApproveProbationary

  const send = () =>
    move.mutateAsync(upper ?? null).then(
      () => {
        void message.success(`${organization.name}现在隶属于${target?.name ?? ''}`)
        onClose()
      },
      () => undefined,
    )
  return (
    <Modal open title={`调整「${organization.name}」的隶属`} okText="确认调整" cancelText="先不调整" okButtonProps={{ disabled: upper === undefined }} confirmLoading={move.isPending} onOk={() => void send()} onCancel={onClose}>
      <p>现在隶属于：{from?.name ?? '没有上级'}</p>
      <Field id="move-upper" label="改为隶属于" error={sayRefusal(move.error)}>
        {(props) => (
          <Select
            {...props}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择新的上级"
            value={upper}
            onChange={setUpper}
            options={uppersFor(nodes, organization).filter(({ id }) => id !== from?.id).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      {target ? (
        <Alert
          type="warning"
          showIcon
          title={changesCommittee ? `调整后，它和下级的组织关系改由${committee ? committee.name : '（还没有能办的党委）'}开具和接收。` : '组织关系仍由同一个党委开具和接收。'}
          description={organization.childCount > 0 ? `它的 ${organization.childCount} 个下级组织一起过去。` : undefined}
        />
      ) : null}
    </Modal>
  )
}
