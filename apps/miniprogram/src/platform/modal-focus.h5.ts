import { useEffect, useId, useLayoutEffect, useRef } from 'react'

const focusable = '[tabindex="0"], input, textarea, button, a[href]'

/**
 * While a dialog is open the keyboard stays inside of it; closing gives the focus back to where it was.
 * @param onClose called on Escape, where the dialog can be left
 * @returns what the dialog's root must carry
 */
export function useModalFocus(onClose?: () => void): object {
  const id = useId()
  const latest = useRef(onClose)
  useLayoutEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    const before = document.activeElement
    const dialog = document.getElementById(id)
    if (!dialog) return undefined
    // A field that asks for the focus has it already.
    const enter = () => {
      if (!dialog.contains(document.activeElement)) dialog.focus()
    }
    enter()
    // Taro's elements move their children into place a moment later, and what is moved loses the focus.
    const settling = setTimeout(enter, 60)
    const onKey = (event: KeyboardEvent) => {
      // Of several dialogs the last one is on top.
      if ([...document.querySelectorAll('[aria-modal="true"]')].pop() !== dialog) return
      if (event.key === 'Escape') latest.current?.()
      if (event.key === 'Tab') keepInside(dialog, event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(settling)
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [id])
  return { id, tabIndex: -1 }
}

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.getClientRects().length > 0)
  const first = stops[0]
  const last = stops[stops.length - 1]
  if (!first || !last) return event.preventDefault()
  const at = document.activeElement
  const isLeaving = event.shiftKey ? at === first || at === dialog || !dialog.contains(at) : at === last || !dialog.contains(at)
  if (!isLeaving) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next.focus()
}
