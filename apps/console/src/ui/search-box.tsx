import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useShortcut } from '../platform/shortcuts'

interface Props {
  /** The term that the list is filtered by now. */
  value: string
  onSearch: (term: string) => void
  label: string
  placeholder: string
  /** Fewer characters are not sent; a hint says so. */
  atLeast?: number
}

const pauseMs = 350

/** Searches when typing pauses or by Enter, never in the middle of a Chinese word being composed. `/` leads here. */
export function SearchBox({ value, onSearch, label, placeholder, atLeast = 1 }: Props) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  const [composing, setComposing] = useState(false)
  const input = useRef<InputRef>(null)
  // The address changed from elsewhere (back button, cleared filters).
  if (shown !== value) {
    setShown(value)
    if (typed.trim() !== value) setTyped(value)
  }
  useShortcut('/', () => input.current?.focus({ cursor: 'all' }))

  const term = typed.trim()
  const length = [...term].length
  const isTooShort = length > 0 && length < atLeast
  const search = useEffectEvent((next: string) => {
    if (next !== value) onSearch(next)
  })
  useEffect(() => {
    if (composing) return undefined
    const timer = setTimeout(() => search(isTooShort ? '' : term), pauseMs)
    return () => clearTimeout(timer)
  }, [composing, isTooShort, term])

  return (
    <div className="search">
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        prefix={<SearchOutlined aria-hidden />}
        suffix={typed ? <span /> : <kbd aria-hidden>/</kbd>}
        allowClear
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && !isTooShort && term !== value) onSearch(term)
        }}
      />
      {isTooShort ? <div className="search-hint" role="status">再输入 {atLeast - length} 个字就能查找</div> : null}
    </div>
  )
}
