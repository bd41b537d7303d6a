import { transferInput } from '@dangqun/contracts/transfer/schemas'
import type { TransferDirection } from '@dangqun/contracts/transfer/vocabulary'
import * as z from 'zod'
import { useEntry } from '../ui/use-entry'
import { toDeskBody, type DeskBody, type DeskValues } from './transfer-desk.rules'

/** The contract's own form, flat, with what only the desk is asked. Fields may stay open: the pre-check names what is missing. */
export function deskSchema(direction: TransferDirection, isNew: boolean): z.ZodType<unknown, DeskBody> {
  const needed = (message: string) => (isNew ? z.string(message).min(1, message) : z.string().nullable())
  return transferInput.extend({
    memberId: direction === 'in' || !isNew ? z.string().nullable() : needed('请选择党员'), kind: needed('请选择转接方式'), source: needed('请选择同意的凭据'), signedOn: needed('请填写签字日期'),
  })
}

const unset = { memberId: '请选择党员', kind: '请选择转接方式', source: '请选择同意的凭据', signedOn: '请填写签字日期' }

interface Settings {
  /** Names the draft. */
  name: string
  direction: TransferDirection
  isNew: boolean
  initial: DeskValues
  send: (body: DeskBody) => Promise<unknown>
}

/** The desk's form; a number that is typed is never written to the browser's storage. */
export function useDeskEntry({ direction, isNew, ...rest }: Settings) {
  return useEntry<DeskValues, DeskBody>({ ...rest, schema: deskSchema(direction, isNew), toBody: toDeskBody(direction, isNew), unset, unkept: ['idNumber'] })
}
