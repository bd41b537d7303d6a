import { BarcodeOutlined, CameraOutlined } from '@ant-design/icons'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CheckInDesk } from '../use-check-in-desk'
import { canScan, CheckInCamera } from './check-in-camera'

const icons = { done: '✓', repeat: '○', kept: '◔', refused: '×' }

/** Takes tickets from a handheld scanner, a camera or the keyboard, and says what each came to. */
export function CheckInEntry({ desk }: { desk: CheckInDesk }) {
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [isFilming, setFilming] = useState(false)
  const { outcome } = desk

  // A scanner types like a keyboard: what it types belongs here, unless somebody writes elsewhere.
  useEffect(() => {
    const catchKeys = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey && document.activeElement === document.body) input.current?.focus()
    }
    window.addEventListener('keydown', catchKeys)
    return () => window.removeEventListener('keydown', catchKeys)
  }, [])

  const take = (ticket: string) => {
    setTyped('')
    input.current?.focus()
    if (ticket.trim() !== '') void desk.take(ticket.trim())
  }
  return (
    <section className="panel entry" aria-labelledby="entry-title">
      <h2 id="entry-title">扫签到码</h2>
      <form
        className="entry-row"
        onSubmit={(event) => {
          event.preventDefault()
          take(typed)
        }}
      >
        <Input
          ref={input}
          autoFocus
          size="large"
          aria-label="签到码"
          placeholder="用扫码枪扫，或输入 12 位签到码"
          prefix={<BarcodeOutlined aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="large" type="primary" htmlType="submit">签到</Button>
        {canScan() ? <Button size="large" icon={<CameraOutlined />} onClick={() => setFilming((now) => !now)}>{isFilming ? '关掉摄像头' : '用摄像头扫'}</Button> : null}
      </form>
      {isFilming ? <CheckInCamera onRead={(text) => void desk.take(text)} onTrouble={() => setFilming(false)} /> : null}
      <div className="entry-outcome" role="status">
        {outcome ? <div key={outcome.turn} className={`outcome outcome-${outcome.tone}`}><span aria-hidden>{icons[outcome.tone]}</span>{outcome.words}</div> : <span className="quiet">扫到的结果会显示在这里</span>}
      </div>
    </section>
  )
}
