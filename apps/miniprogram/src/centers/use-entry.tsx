import { useCallback, useState, type ReactNode } from 'react'
import type { CodeMeaning } from '@dangqun/contracts/centers/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { goToActivity, goToCheckIn, goToTab } from '@/platform/routes'
import { scanCode } from '@/platform/scan'
import { splitScene } from '@/platform/scene'
import { asApiError } from '@/platform/use-loaded'
import { centerChoice } from './centers-choice.store'
import { centersApi } from './centers.api'
import { CodeDialog } from './components/code-dialog'

export interface Entry {
  /** Opens the camera; where there is none, the code is typed. */
  scan: () => Promise<void>
  /** Opens the dialog for a typed code. */
  type: () => void
  /** Goes where a code leads. @throws ApiError */
  follow: (code: string) => Promise<void>
  dialogs: ReactNode
}

/**
 * The ways into a centre: a scanned or a typed code.
 * @param onArrive told when one of them led in; stays the same function over renderings
 */
export function useEntry(onArrive?: () => void): Entry {
  const [dialog, setDialog] = useState<{ code: string; hint: string | null; error: ApiError | null } | null>(null)

  const follow = useCallback(async (code: string) => {
    const { scene, rotating } = splitScene(code)
    arrive(await centersApi.readCode({ params: { scene } }), rotating)
    onArrive?.()
  }, [onArrive])

  const type = useCallback(() => setDialog({ code: '', hint: null, error: null }), [])

  const scan = useCallback(async () => {
    const { code, hasLeft } = await scanCode()
    if (hasLeft) return
    if (code === null) return setDialog({ code: '', hint: '这里不能扫码，请输入海报上的编码', error: null })
    try {
      await follow(code)
    } catch (error) {
      setDialog({ code, hint: null, error: asApiError(error) })
    }
  }, [follow])

  return {
    scan,
    type,
    follow,
    dialogs: dialog && <CodeDialog {...dialog} onEnter={follow} onClose={() => setDialog(null)} />,
  }
}

function arrive({ center, kind, subjectId }: CodeMeaning, rotating: string | null): void {
  centerChoice.set(center.slug)
  if (kind === 'activity' && subjectId !== null && rotating !== null) goToCheckIn(center.slug, subjectId, rotating)
  else if (kind === 'activity' && subjectId !== null) goToActivity(center.slug, subjectId)
  else goToTab('home')
}
