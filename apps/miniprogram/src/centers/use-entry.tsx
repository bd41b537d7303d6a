import { useCallback, useState, type ReactNode } from 'react'
import Taro from '@tarojs/taro'
import type { CodeMeaning } from '@dangqun/contracts/centers/schemas'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { goToActivity, goToTab } from '@/platform/routes'
import { codeFromScan } from '@/platform/scene'
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
    const meaning = await centersApi.readCode({ params: { scene: code } })
    arrive(meaning)
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

function arrive({ center, kind, subjectId }: CodeMeaning): void {
  centerChoice.set(center.slug)
  if (kind === 'activity' && subjectId !== null) goToActivity(center.slug, subjectId)
  else goToTab('home')
}

/** `code` is null when this phone cannot scan; `hasLeft` when the person closed the camera. */
async function scanCode(): Promise<{ code: string | null; hasLeft: boolean }> {
  try {
    // In a browser this succeeds without a result; for a mini-program code WeChat answers with its path.
    const { path, result } = (await Taro.scanCode({})) as { path?: string; result?: string }
    const read = path || result
    return { code: read ? codeFromScan(read) : null, hasLeft: false }
  } catch (error) {
    return { code: null, hasLeft: String((error as { errMsg?: string }).errMsg).includes('cancel') }
  }
}
