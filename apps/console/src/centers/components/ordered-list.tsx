import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export interface OrderedItem {
  id: string
  name: string
  /** Under the name. */
  words: ReactNode
  /** No longer used, or on no phone. */
  isOff: boolean
}

interface Props<Item extends OrderedItem> {
  label: string
  items: readonly Item[]
  /** What those are called that are off. */
  offLabel: string
  isReadOnly: boolean
  isBusy: boolean
  /** Which of them have a place that can be changed. */
  isMovable: (item: Item) => boolean
  onMove: (item: Item, by: -1 | 1) => void
  onEdit: (item: Item) => void
  /** What else can be done to it. */
  action: (item: Item) => ReactNode
}

/** Things in the order in which visitors see them, each moved by its own buttons, so that a keyboard is enough. */
export function OrderedList<Item extends OrderedItem>({ label, items, offLabel, isReadOnly, isBusy, isMovable, onMove, onEdit, action }: Props<Item>) {
  const movable = items.filter(isMovable)
  return (
    <ol className="ordered" aria-label={label} aria-busy={isBusy}>
      {items.map((item) => (
        <li key={item.id} className={item.isOff ? 'is-off' : undefined}>
          <span className="two-lines"><span className="strong">{item.name}{item.isOff ? <span className="off-mark">{offLabel}</span> : null}</span><span className="quiet">{item.words}</span></span>
          {isReadOnly ? null : (
            <span className="ordered-actions">
              {isMovable(item) ? (
                <>
                  <Button type="text" icon={<ArrowUpOutlined />} aria-label={`把${item.name}往上移`} title="往上移" disabled={isBusy || movable[0] === item} onClick={() => onMove(item, -1)} />
                  <Button type="text" icon={<ArrowDownOutlined />} aria-label={`把${item.name}往下移`} title="往下移" disabled={isBusy || movable.at(-1) === item} onClick={() => onMove(item, 1)} />
                </>
              ) : null}
              <Button size="small" aria-label={`修改${item.name}`} onClick={() => onEdit(item)}>修改</Button>
              {action(item)}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
