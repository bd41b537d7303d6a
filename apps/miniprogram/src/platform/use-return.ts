import { useEffect, useLayoutEffect, useRef } from 'react'
import { useDidShow } from '@tarojs/taro'

/** Runs when a page is shown again, not when it first opens. */
export function useReturn(act: () => void): void {
  const isFirst = useRef(true)
  useDidShow(() => {
    if (isFirst.current) isFirst.current = false
    else act()
  })
}

/** Runs when a value has changed since the last rendering. */
export function useChange<T>(value: T, act: () => void): void {
  const before = useRef(value)
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (Object.is(before.current, value)) return
    before.current = value
    latest.current()
  }, [value])
}
