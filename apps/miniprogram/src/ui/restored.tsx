import type { Draft } from '@/platform/use-draft'
import { Notice } from './notice'

/** Says that the form holds what was typed before, all but what is never kept, and how to begin anew. */
export function Restored({ draft, except = '' }: { draft: Pick<Draft<unknown>, 'isRestored' | 'reset'>; except?: string }) {
  return draft.isRestored ? <Notice text={`上次没填完的还在这里${except}`} action={{ text: '重新填', onTap: draft.reset }} /> : null
}
