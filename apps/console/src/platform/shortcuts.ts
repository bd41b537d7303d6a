import { useEffect, useEffectEvent } from 'react'

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"]'

/**
 * Runs `act` on a plain key press anywhere on the page, except where the key would be text, and behind a dialog.
 * @param isInDrawers also in a drawer that stands beside its list
 */
export function useShortcut(key: string, act: () => void, enabled = true, isInDrawers = false): void {
  const run = useEffectEvent(act)
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(isInDrawers ? `${typing}, .ant-modal` : `${typing}, [role="dialog"]`)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, enabled, isInDrawers])
}
