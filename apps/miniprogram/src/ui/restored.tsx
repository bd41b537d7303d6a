import type { Draft } from '@/platform/use-draft'
import { Notice } from './notice'

/** Says that the form holds what was typed before, and how to begin anew. */
export function Restored({ draft }: { draft: Pick<Draft<unknown>, 'isRestored' | 'reset'> }) {
  return draft.isRestored ? <Notice text="上次没填完的还在这里" action={{ text: '重新填', onTap: draft.reset }} /> : null
}
