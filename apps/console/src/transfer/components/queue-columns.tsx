import { memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import type { QueuedTransfer } from '@dangqun/contracts/transfer/schemas'
import { transferDirectionLabels, transferKindLabels, transferStateLabels, type TransferView } from '@dangqun/contracts/transfer/vocabulary'
import type { TableColumnsType } from 'antd'
import { DueText } from '../../ui/due-text'
import { MomentText } from '../../ui/moment-text'
import { StateMark } from '../../ui/state-mark'
import { sayHolder, stateMarks } from '../transfer-words.rules'

/** The most urgent stand first because the list is in that order; a view's columns say what somebody decides by. */
export function queueColumns(view: TransferView, open: (id: string) => void): TableColumnsType<QueuedTransfer> {
  const isEnded = view === 'ended'
  return [
    {
      title: '党员', key: 'member', width: 132,
      render: (_, { id, memberName, category }) => <><button type="button" className="link row-link" onClick={() => open(id)}>{memberName || '未填姓名'}</button>{category === 'probationary' ? <span className="quiet"> {memberCategoryLabels[category]}</span> : null}</>,
    },
    { title: '方向', key: 'direction', width: 84, render: (_, { direction }) => transferDirectionLabels[direction] },
    { title: '去处 / 来处', key: 'otherSide', render: (_, { otherSide, kind }) => <div className="two-lines"><span>{otherSide ?? <span className="quiet">未填</span>}</span><span className="quiet">{transferKindLabels[kind]}</span></div> },
    { title: '进度', key: 'state', width: 138, render: (_, { state }) => <StateMark {...stateMarks[state]}>{transferStateLabels[state]}</StateMark> },
    ...(isEnded ? [] : [
      ...(view === 'waiting' ? [] : [{ title: '在谁手里', key: 'holder', width: 180, render: (_: unknown, row: QueuedTransfer) => sayHolder(row) }]),
      { title: '期限', key: 'due', width: 140, render: (_: unknown, row: QueuedTransfer) => <DueText of={row} /> },
    ]),
    { title: isEnded ? '结束' : '最近变动', key: 'changedAt', width: 170, render: (_, { changedAt }) => <MomentText at={changedAt} relative="stacked" /> },
  ]
}
