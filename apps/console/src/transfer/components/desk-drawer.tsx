import { Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { DeskForm } from './desk-form'

export type DeskKind = 'out' | 'internal' | 'in'

/** A case that the desk opens: for a member without a phone from a signed paper, or for somebody who comes in. */
export function DeskDrawer({ center, kind, onClose, onOpened }: { center: string; kind: DeskKind | null; onClose: () => void; onOpened: (id: string) => void }) {
  const [way, setWay] = useState<'out' | 'internal'>('out')
  return (
    <Drawer open={kind !== null} onClose={onClose} size={640} title={kind === 'in' ? '登记转入意向' : '代办转出'} destroyOnHidden>
      {kind === null ? null : (
        <>
          <p className="quiet advice">{kind === 'in' ? '本人到窗口问抬头、去处和编码时登记；支部和党委同意后才算可接收。' : '给不用手机的党员办。先请本人签同意书，再登记。'}</p>
          {kind === 'in' ? null : <Segmented<'out' | 'internal'> className="advice" value={way} onChange={setWay} options={[{ value: 'out', label: '转出到别处' }, { value: 'internal', label: '同一党委内换支部' }]} />}
          <DeskForm key={way} center={center} direction={kind === 'in' ? 'in' : way} onDone={onOpened} onCancel={onClose} />
        </>
      )}
    </Drawer>
  )
}
