import { transferActionNeeds, transferActions, transferStates, type TransferAction, type TransferOffice, type TransferState } from '@dangqun/contracts/transfer/vocabulary'
import type { ActOnTransfer } from '@dangqun/contracts/transfer/schemas'
import { TransferHouse } from '../app/testing/transfer-house.js'
import { actorsOf, nextTransferState } from './transfer.machine.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }
const letter = { number: '皖0001001', issuedOn: '2026-12-01', validDays: 30 }

describe('every state × action × office', () => {
  const offices: TransferOffice[] = ['member', 'center', 'origin_branch', 'origin_committee', 'receiving_committee', 'receiving_branch']
  const parts: ActOnTransfer = { reason: 'R03', comment: '见说明', letter, reissueCause: 'lost', branchName: '某支部', reference: 'X1', receiptOn: '2026-12-01', missingItems: ['入党志愿书'] }

  test.each(transferStates)('%s', async (state) => {
    const problems: string[] = []
    for (const action of transferActions) {
      for (const office of offices) {
        const row = await house.stored(state)
        const [before, needs] = [await house.rowOf(row.id), transferActionNeeds(action, { state, direction: 'out', kind: 'cross_province_paper', letterValidUntil: null })]
        const body = { ...parts, ...(needs.includes('letter') ? { letter: { ...letter, number: `皖${row.id.slice(-8)}` } } : {}) }
        const answer = await house.inOffice(office).transfer.act({ params: { ...at, id: row.id, action }, body }).then(({ state: next }) => next, (error: { code: string }) => error.code)
        const after = await house.rowOf(row.id)
        const wanted = expected(state, action, office, row.held_from)
        if (answer !== wanted) problems.push(`${action} by ${office}: ${answer} instead of ${wanted}`)
        // A refusal changes nothing; a step is one line of history and one fact.
        if (answer.includes('.')) expect(after).toEqual(before)
        else expect([after.steps, after.facts]).toEqual([before.steps + 1, before.facts + 1])
      }
    }
    expect(problems).toEqual([])
  })

  function expected(state: TransferState, action: TransferAction, office: TransferOffice, heldFrom: TransferState | null): string {
    const next = nextTransferState(state, action, heldFrom)
    if (next === null) return 'transfer.wrongState'
    if (!actorsOf(state, action).includes(office)) return 'transfer.notYours'
    // What the rules of this very case refuse besides: another direction, both duties open, an intake's order.
    return house.refusedByRules(state, action) ?? next
  }
})
