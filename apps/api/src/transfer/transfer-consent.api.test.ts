import { asCaller } from '../app/as-caller.js'
import { TransferHouse } from '../app/testing/transfer-house.js'
import { Units } from '../platform/database/units.js'
import { TransferService } from './transfer.service.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }

/** As the withdrawal's job does. */
const end = () =>
  house.app.get(Units).runAt(house.centers.here, (manager) => house.app.get(TransferService).endConsent({ manager, centerId: house.centers.here, now: house.clock.now(), caller: asCaller(house.member.accountId) }))

test('the consent withdrawn: before issue the case is withdrawn, after it restricted, at its end left as it is', async () => {
  const [submitted, issued, closed] = [await house.stored('submitted'), await house.stored('issued', { due_at: new Date('2026-12-31T23:59:59+08:00') }), await house.stored('closed')]
  await end()
  await end()
  const seen = async (id: string) => house.member.transfer.get({ params: { ...at, id } })
  expect(await seen(submitted.id)).toMatchObject({ state: 'withdrawn', isRestricted: false })
  expect(await seen(issued.id)).toMatchObject({ state: 'issued', isRestricted: true, form: { name: null, idNumber: null, phone: null } })
  expect(await seen(closed.id)).toMatchObject({ state: 'closed', isRestricted: false })
  expect((await seen(issued.id)).history.filter(({ action }) => action === 'withdraw-consent')).toHaveLength(1)
})
