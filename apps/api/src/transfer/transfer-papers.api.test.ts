import type { Clients } from '../app/testing/test-house.js'
import { TransferHouse } from '../app/testing/transfer-house.js'
import { readPaper } from '../platform/testing/paper-text.js'
import { letterTexts } from './transfer-letter.rules.js'

let house: TransferHouse
beforeAll(async () => void (house = await TransferHouse.open()))
afterAll(() => house.close())
beforeEach(() => house.reset())

const at = { center: 'shangbai' }
const refusal = (code: string, status: number) => expect.objectContaining({ code, status })

/** A case whose letter has been issued, and the number of that letter. */
async function issued(given: Parameters<TransferHouse['stored']>[1] = {}, validDays = 30): Promise<{ id: string; name: string; number: string }> {
  const row = await house.stored('endorsed', given)
  const number = `皖${row.id.slice(-7)}`
  await house.officer.transfer.act({ params: { ...at, id: row.id, action: 'issue' }, body: { letter: { number, issuedOn: '2026-12-01', validDays } } })
  return { id: row.id, name: row.form.name ?? '', number }
}
const printers = (who: Clients) => who.transferPapers.listPrinters({ params: at })

test('the letter is text only, at its places, shifted by its printer', async () => {
  const { id, name, number } = await issued()
  const printer = await house.officer.transferPapers.savePrinter({ params: at, body: { name: '党委办公室', xMm: 1.5, yMm: -2 } })
  const { type, bytes } = await house.officer.transferPapers.printLetter({ params: { ...at, id }, query: { printer: printer.id } })
  expect(type).toBe('application/pdf')
  const texts = await readPaper(bytes)
  const form = (await house.officer.transfer.get({ params: { ...at, id } })).form
  const idNumber = (await house.officer.transfer.revealIdNumber({ params: { ...at, id }, body: {} })).idNumber
  const wanted = letterTexts({
    title: form.title ?? '', name, category: 'full', idNumber, ethnicity: '汉族', from: house.committee.full_name, to: form.destination ?? '', duesPaidTo: form.duesPaidTo ?? '', validDays: 30, issuedOn: '2026-12-01', address: house.committee.address ?? '',
    phone: house.committee.contact_phone ?? '', postcode: house.committee.postcode ?? '',
  }, { xMm: 1.5, yMm: -2 }).filter(({ text }) => text !== '')
  // The blank bears its number already.
  expect(texts.some(({ text }) => text.includes(number))).toBe(false)
  // Nothing is added, and nothing but text: no image, no line, no seal (R08).
  expect(texts.filter(({ text }) => !wanted.some((each) => each.text === text))).toEqual([])
  for (const { text, x, y } of wanted) expect(texts.some((each) => each.text === text && Math.abs(each.x - x) < 0.1 && Math.abs(each.y - y) < 0.1)).toBe(true)
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['叁拾', '贰零贰陆年壹拾贰月壹日']))
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
})

test('only the committee that issued it prints it, and not before it is issued', async () => {
  const { id } = await issued()
  for (const who of [house.desk, house.member, house.secretary, house.inOffice('receiving_committee')]) await expect(who.transferPapers.printLetter({ params: { ...at, id }, query: {} })).rejects.toEqual(refusal('transfer.notYours', 403))
  await expect(house.sisterSecretary.transferPapers.printLetter({ params: { ...at, id }, query: {} })).rejects.toEqual(refusal('transfer.notFound', 404))
  const early = await house.stored('endorsed')
  await expect(house.officer.transferPapers.printLetter({ params: { ...at, id: early.id }, query: {} })).rejects.toEqual(refusal('transfer.noLetter', 409))
  expect((await house.factsOf(id)).filter((fact) => fact === 'transfer.letterPrinted')).toEqual([])
})

test('a letter that was received, ran out or ended its way is not printed again; one that is issued anew is', async () => {
  const print = (id: string) => house.officer.transferPapers.printLetter({ params: { ...at, id }, query: {} })
  const [received, late] = [await issued(), await issued({}, 9)]
  expect((await print(received.id)).type).toBe('application/pdf')
  await house.inOffice('receiving_committee').transfer.act({ params: { ...at, id: received.id, action: 'receive' }, body: {} })
  await expect(print(received.id)).rejects.toMatchObject({ code: 'transfer.wrongState', details: { state: 'receiving', allowedActions: expect.not.arrayContaining(['print-letter']) as string[] } })
  // Read before any job has noticed that it ran out.
  house.clock.set(new Date('2026-12-11T00:00:00+08:00'))
  await expect(print(late.id)).rejects.toMatchObject({ code: 'transfer.wrongState', details: { state: 'expired' } })
  const anew = await house.officer.transfer.act({ params: { ...at, id: late.id, action: 'reissue' }, body: { reissueCause: 'expired', letter: { number: `${late.number}1`, issuedOn: '2026-12-11', validDays: 30 } } })
  expect(anew.allowedActions).toContain('print-letter')
  expect((await print(late.id)).type).toBe('application/pdf')
  expect((await house.factsOf(late.id)).filter((fact) => fact === 'transfer.letterPrinted')).toHaveLength(1)
})

test('a printer is adjusted by its name, tried, and removed', async () => {
  const saved = await house.desk.transferPapers.savePrinter({ params: at, body: { name: '窗口', xMm: 0, yMm: 0 } })
  const moved = await house.desk.transferPapers.savePrinter({ params: at, body: { name: '窗口', xMm: -0.5, yMm: 12.5 } })
  expect(moved).toEqual({ id: saved.id, name: '窗口', xMm: -0.5, yMm: 12.5 })
  const texts = await readPaper((await house.desk.transferPapers.testPrint({ params: { ...at, printer: saved.id } })).bytes)
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['向右 -0.5 毫米，向下 12.5 毫米', '10', '200']))
  expect((await printers(house.officer)).items).toContainEqual(moved)
  await house.desk.transferPapers.removePrinter({ params: { ...at, printer: saved.id } })
  await expect(house.desk.transferPapers.testPrint({ params: { ...at, printer: saved.id } })).rejects.toEqual(refusal('transfer.printerNotFound', 404))
  await expect(house.desk.transferPapers.savePrinter({ params: at, body: { name: '窗口', xMm: 51, yMm: 0 } })).rejects.toEqual(refusal('request.invalid', 400))
})

test('a slip says date, validity and state to anybody, names to the receiver’s officer', async () => {
  const { id, name } = await issued()
  const slip = await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })
  expect(slip).toMatchObject({ issuedOn: '2026-12-01', validUntil: '2026-12-31' })
  expect(await house.desk.transferPapers.issueSlip({ params: { ...at, id }, body: {} })).toEqual(slip)
  const check = (who: Clients) => who.transferPapers.checkSlip({ params: { code: slip.code } })
  expect(await check(house.anonymous)).toEqual({ issuedOn: '2026-12-01', validUntil: '2026-12-31', state: 'issued', names: null })
  for (const who of [house.member, house.officer, house.desk, house.sisterSecretary]) expect((await check(who)).names).toBeNull()
  expect((await check(house.inOffice('receiving_committee'))).names).toMatchObject({ name, category: 'full' })
  expect(await house.factsOf(id)).toEqual(expect.arrayContaining(['transfer.slipIssued', 'transfer.slipNamesShown']))
  // On paper: the words, and that it is no letter.
  const texts = (await readPaper((await house.member.transferPapers.printSlip({ params: { ...at, id } })).bytes)).map(({ text }) => text).join('')
  expect(texts).toContain('不具介绍信效力')
  expect(texts).toContain(name)
})

test('a code altered anywhere is unknown, and nothing of a person stands in it', async () => {
  const { id, name, number } = await issued()
  const { code } = await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })
  for (const secret of [name, number, id]) expect(code).not.toContain(secret)
  const [random = '', key = '', signature = ''] = code.split('.')
  const other = await issued()
  const second = await house.member.transferPapers.issueSlip({ params: { ...at, id: other.id }, body: {} })
  const flipped = (text: string, place: number) => `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`
  const altered = [`${flipped(random, 3)}.${key}.${signature}`, `${random}.${key}x.${signature}`, `${random}.${key}.${flipped(signature, 40)}`, `${random}.${key}.${flipped(signature, 85)}`, `${random}.${key}.${second.code.split('.')[2]}`, random, `${code}A`]
  for (const text of altered) await expect(house.anonymous.transferPapers.checkSlip({ params: { code: text } })).rejects.toEqual(refusal('transfer.slipUnknown', 404))
  // Whoever writes to the table changes nothing of what was signed.
  await house.owner.query(`update transfer_slips set digest = sha256('another name') where transfer_id = $1`, [id])
  await expect(house.anonymous.transferPapers.checkSlip({ params: { code } })).rejects.toEqual(refusal('transfer.slipUnknown', 404))
})

test('another letter makes another slip, and the one before is void; withdrawn consent shows no names', async () => {
  const { id } = await issued()
  const first = await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })
  await house.officer.transfer.act({ params: { ...at, id, action: 'reissue' }, body: { reissueCause: 'lost', letter: { number: `皖R${id.slice(-6)}`, issuedOn: '2026-12-01', validDays: 60 } } })
  const second = await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })
  expect(second.code).not.toBe(first.code)
  expect(await house.anonymous.transferPapers.checkSlip({ params: { code: first.code } })).toMatchObject({ state: 'voided' })
  expect(await house.anonymous.transferPapers.checkSlip({ params: { code: second.code } })).toMatchObject({ state: 'issued', validUntil: '2027-01-30' })
  await house.member.transfer.withdrawConsent({ params: { ...at, id }, body: {} })
  expect((await house.inOffice('receiving_committee').transferPapers.checkSlip({ params: { code: second.code } })).names).toBeNull()
  await expect(house.officer.transferPapers.printLetter({ params: { ...at, id }, query: {} })).rejects.toEqual(refusal('transfer.notYours', 403))
  await expect(house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })).rejects.toEqual(refusal('transfer.notYours', 403))
})

test('of a letter whose last day has passed there is no slip, and none is offered', async () => {
  const { id } = await house.stored('endorsed')
  await house.officer.transfer.act({ params: { ...at, id, action: 'issue' }, body: { letter: { number: `皖U${id.slice(-6)}`, issuedOn: '2026-11-21', validDays: 10 } } })
  const offers = async () => (await house.member.transfer.get({ params: { ...at, id } })).allowedActions.includes('print-slip')
  expect(await offers()).toBe(true)
  expect(await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })).toMatchObject({ issuedOn: '2026-12-01', validUntil: '2026-12-01' })
  house.clock.set(new Date('2026-12-02T00:00:30+08:00'))
  expect(await offers()).toBe(false)
  await expect(house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} })).rejects.toEqual(refusal('transfer.letterRanOut', 409))
  await expect(house.member.transferPapers.printSlip({ params: { ...at, id } })).rejects.toEqual(refusal('transfer.letterRanOut', 409))
  await expect(house.inOffice('receiving_committee').transferPapers.issueSlip({ params: { ...at, id }, body: {} })).rejects.toEqual(refusal('transfer.notYours', 403))
  const { rows } = await house.owner.query('select 1 from transfer_slips where transfer_id = $1', [id])
  expect(rows).toHaveLength(1)
})

test('a slip that no longer says what holds is not printed, and with its letter it is void', async () => {
  const row = await house.stored('endorsed')
  const params = { ...at, id: row.id }
  await house.member.transferPapers.issueSlip({ params, body: {} })
  await house.officer.transfer.act({ params: { ...params, action: 'issue' }, body: { letter: { number: `皖S${row.id.slice(-6)}`, issuedOn: '2026-12-01', validDays: 30 } } })
  await expect(house.member.transferPapers.printSlip({ params })).rejects.toEqual(refusal('transfer.noSlip', 409))
  const { code } = await house.member.transferPapers.issueSlip({ params, body: {} })
  expect((await house.member.transferPapers.printSlip({ params })).type).toBe('application/pdf')
  await house.officer.transfer.act({ params: { ...params, action: 'reissue' }, body: { reissueCause: 'lost', letter: { number: `皖T${row.id.slice(-6)}`, issuedOn: '2026-12-01', validDays: 60 } } })
  expect(await house.anonymous.transferPapers.checkSlip({ params: { code } })).toMatchObject({ state: 'voided' })
  await expect(house.member.transferPapers.printSlip({ params })).rejects.toEqual(refusal('transfer.noSlip', 409))
  await house.member.transferPapers.issueSlip({ params, body: {} })
  await house.officer.transfer.act({ params: { ...params, action: 'void' }, body: { reason: 'R03', comment: '本人不再转出' } })
  const { rows } = await house.owner.query('select 1 from transfer_slips where transfer_id = $1 and replaced_at is null', [row.id])
  expect(rows).toEqual([])
})

test('neither an ID number nor a signed code is kept under a caller’s key, and a repeated revealing is a fact again', async () => {
  const { id } = await issued()
  const again = { idempotencyKey: `the-same-key-${id}` }
  const shown = [1, 2].map(() => house.officer.transfer.revealIdNumber({ params: { ...at, id }, body: {} }, again))
  const [first, second] = await Promise.all(shown)
  expect(second).toEqual(first)
  expect((await house.factsOf(id)).filter((fact) => fact === 'transfer.idNumberShown')).toHaveLength(2)
  const slips = [await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} }, again), await house.member.transferPapers.issueSlip({ params: { ...at, id }, body: {} }, again)]
  expect(slips[1]).toEqual(slips[0])
  const { rows } = await house.owner.query('select route from idempotency_keys where reply like any ($1)', [[first?.idNumber, slips[0]?.code].map((secret) => `%${secret}%`)])
  expect(rows).toEqual([])
})
