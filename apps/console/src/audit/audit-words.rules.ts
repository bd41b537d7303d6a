import type { Actor, FactRow } from '@dangqun/contracts/audit/schemas'
import { factLabels } from '@dangqun/contracts/audit/vocabulary'

/** A kind of fact as people say it; one that this version does not know stays as it is. */
export function sayFact(fact: string): string {
  return (factLabels as Partial<Record<string, string>>)[fact] ?? fact
}

/** Who did it: the console's user name; whoever logs in by phone only is not named. */
export function sayActor(actor: Actor | null): string {
  if (actor === null) return '系统自动'
  return actor.username ?? '手机端用户'
}

/** What a fact's subject is called as long as nothing better is known. */
export function shortId(id: string): string {
  return id.slice(-8)
}

export type Detail = (row: Pick<FactRow, 'fact' | 'data'>) => string
