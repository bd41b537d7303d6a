import { createHash } from 'node:crypto'
import pg from 'pg'
import { memberEmergencyPhone, memberIdNumber } from '../organization/organization-member-seal.rules.js'
import { totpSecret } from '../accounts/accounts-second-factor.rules.js'
import { aPerson } from '../organization/organization.factory.js'
import { openPhone, personPhone, phoneIndex, sealPersons } from '../organization/organization-phone.rules.js'
import { appRoleUrl } from '../platform/database/app-role.js'
import { bulkInsert } from '../platform/database/bulk-insert.js'
import { setCenter } from '../platform/database/units.js'
import { FieldCipher } from '../platform/crypto/field-cipher.js'
import { rotate, sealPlain } from '../platform/crypto/rotation.js'
import { encryptedColumns } from './encrypted-columns.js'
import { TestHouse } from './testing/test-house.js'

let house: TestHouse
let cipher: FieldCipher
let newer: FieldCipher

beforeAll(async () => {
  house = await TestHouse.open()
  cipher = new FieldCipher(house.config.cipherKeys)
  newer = new FieldCipher({ fieldKeys: [{ id: 'newer', key: createHash('sha256').update('newer').digest() }, ...house.config.cipherKeys.fieldKeys], indexKey: createHash('sha256').update('newer index').digest() })
})
afterAll(() => house.close())
beforeEach(() => house.owner.query('delete from persons'))

interface Stored { center_id: string; id: string; phone: string; phone_index: Buffer }
const stored = async () => (await house.owner.query<Stored>('select center_id, id, phone, phone_index from persons where phone is not null order by center_id, id')).rows

async function people(count: number): Promise<void> {
  for (const { id } of [house.center, house.other]) {
    await bulkInsert(house.owner, 'persons', sealPersons(cipher, Array.from({ length: count }, () => aPerson(house.seeded, { center_id: id, now: house.clock.now(), phone: '19900001234' }))))
  }
}

test('a phone number is stored as a ciphertext of its row, found by its index, and answered to its owner in full', async () => {
  const person = await house.signIn()
  expect(await person.organization.updateMyPerson({ params: { center: 'shangbai' }, body: { phone: '19900001234' } })).toEqual({ name: null, phone: '19900001234' })
  const [row] = await stored()
  if (!row) throw new Error('nothing was stored')
  expect(JSON.stringify(row)).not.toContain('19900001234')
  expect(openPhone(cipher, row, row.phone)).toBe('19900001234')
  const found = await house.one<{ id: string }>('select id from persons where center_id = $1 and phone_index = $2', [house.center.id, phoneIndex(cipher, house.center.id, '+86 199-0000-1234')])
  expect(found.id).toBe(row.id)
})

test('the database refuses a plain number, and a number without its index', async () => {
  const person = aPerson(house.seeded, { center_id: house.center.id, now: house.clock.now() })
  const [sealed] = sealPersons(cipher, [person])
  await expect(bulkInsert(house.owner, 'persons', [{ ...sealed, phone: '19900001234' }])).rejects.toThrow('persons_phone_sealed')
  await expect(bulkInsert(house.owner, 'persons', [{ ...sealed, phone_index: null }])).rejects.toThrow('persons_phone_indexed')
})

test('a ciphertext that was copied to another person does not open', async () => {
  await people(1)
  const [mine, theirs] = await stored()
  if (!mine || !theirs) throw new Error('two rows were expected')
  expect(() => openPhone(cipher, mine, theirs.phone)).toThrow('changed, or moved')
})

test('a rotation seals every row of every centre anew, index included, and does nothing the second time', async () => {
  await people(7)
  expect(await rotate(house.owner, newer, [personPhone], { batch: 3 })).toEqual(new Map([['persons.phone', 14]]))
  for (const row of await stored()) {
    expect(row.phone.startsWith('aes256gcm.newer.')).toBe(true)
    expect(openPhone(newer, row, row.phone)).toBe('19900001234')
    expect(row.phone_index).toEqual(phoneIndex(newer, row.center_id, '19900001234'))
  }
  expect(await rotate(house.owner, newer, [personPhone], { batch: 3 })).toEqual(new Map([['persons.phone', 0]]))
  expect(await rotate(house.owner, newer, [personPhone], { batch: 3, everyRow: true })).toEqual(new Map([['persons.phone', 14]]))
})

test('a rotation reaches members, whose numbers are found again by their new index', async () => {
  const member = await house.member({ emergency_phone: '19900005678' })
  await rotate(house.owner, newer, encryptedColumns, { batch: 2 })
  const row = await house.one<{ id_number: string; id_number_index: Buffer; emergency_phone: string }>('select id_number, id_number_index, emergency_phone from members where id = $1', [member.id])
  const key = { centerId: member.center_id, id: member.id }
  expect(newer.open(memberIdNumber, key, row.id_number)).toBe(member.id_number)
  expect(newer.blindIndex(memberIdNumber, member.center_id, member.id_number)).toEqual(row.id_number_index)
  expect(newer.open(memberEmergencyPhone, key, row.emergency_phone)).toBe('19900005678')
  await house.owner.query('delete from members')
})

test('a rotation reaches a global table, too: a second factor opens under the newest key', async () => {
  const { accountId } = await house.signIn()
  const at = { centerId: null, id: accountId }
  await house.owner.query('insert into second_factors (account_id, secret, started_at) values ($1, $2, now())', [accountId, cipher.seal(totpSecret, at, 'JBSWY3DPEHPK3PXP')])
  expect((await rotate(house.owner, newer, encryptedColumns)).get('second_factors.secret')).toBe(1)
  const { secret } = await house.one<{ secret: string }>('select secret from second_factors where account_id = $1', [accountId])
  expect(secret.startsWith(newer.prefix)).toBe(true)
  expect(newer.open(totpSecret, at, secret)).toBe('JBSWY3DPEHPK3PXP')
})

test('a rotation that stopped halfway goes on where it was', async () => {
  await people(7)
  const rows = await stored()
  const broken = rows[4]
  if (!broken) throw new Error('rows were expected')
  await house.owner.query('update persons set phone = $2 where id = $1', [broken.id, rows[0]?.phone])
  await expect(rotate(house.owner, newer, encryptedColumns, { batch: 2 })).rejects.toThrow('persons.phone: changed, or moved')
  expect((await stored()).filter(({ phone }) => phone.startsWith(newer.prefix))).toHaveLength(4)
  await house.owner.query('update persons set phone = $2 where id = $1', [broken.id, broken.phone])
  await rotate(house.owner, newer, encryptedColumns, { batch: 2 })
  expect((await stored()).every(({ phone }) => phone.startsWith(newer.prefix))).toBe(true)
})

test('what is written while a rotation works on the row stands', async () => {
  await people(1)
  const before = await stored()
  const [row] = before
  if (!row) throw new Error('a row was expected')
  const writer = new pg.Client({ connectionString: house.config.databaseUrl })
  await writer.connect()
  try {
    await writer.query('begin')
    const fresh = newer.seal(personPhone, { centerId: row.center_id, id: row.id }, '19900009999')
    await writer.query('update persons set phone = $2, phone_index = $3 where id = $1', [row.id, fresh, newer.blindIndex(personPhone, row.center_id, '19900009999')])
    const rotation = rotate(house.owner, newer, encryptedColumns)
    // The rotation has read the old value and waits for the row.
    for (;;) {
      const { rows } = await writer.query(`select 1 from pg_locks where not granted and locktype = 'transactionid'`)
      if (rows.length > 0) break
    }
    await writer.query('commit')
    await rotation
    const after = (await stored()).find(({ id }) => id === row.id)
    expect(after && openPhone(newer, after, after.phone)).toBe('19900009999')
  } finally {
    await writer.end()
  }
})

describe('what an earlier version kept plain', () => {
  beforeEach(() => house.owner.query('alter table persons add column if not exists phone_plain text'))
  afterEach(() => house.owner.query('alter table persons drop column if exists phone_plain'))

  const plainLeft = async () => (await house.owner.query(`select 1 from information_schema.columns where table_name = 'persons' and column_name = 'phone_plain'`)).rowCount

  async function plainPeople(count: number): Promise<void> {
    for (const { id } of [house.center, house.other]) {
      const rows = Array.from({ length: count }, () => aPerson(house.seeded, { center_id: id, now: house.clock.now(), phone: '19900001234' }))
      await bulkInsert(house.owner, 'persons', rows.map(({ phone, ...person }) => ({ ...person, phone_plain: phone })))
    }
  }

  test('is sealed in batches, and its column goes', async () => {
    await plainPeople(5)
    expect(await sealPlain(house.owner, cipher, personPhone, 2)).toBe(10)
    const rows = await stored()
    expect(rows.map((row) => openPhone(cipher, row, row.phone))).toEqual(Array.from({ length: 10 }, () => '19900001234'))
    expect(await plainLeft()).toBe(0)
    expect(await sealPlain(house.owner, cipher, personPhone, 2)).toBe(0)
  })

  test('does not replace a number that was given since', async () => {
    await plainPeople(1)
    const { id } = await house.one<{ id: string }>('select id from persons where center_id = $1', [house.center.id])
    await house.owner.query('update persons set phone = $2, phone_index = $3 where id = $1', [id, cipher.seal(personPhone, { centerId: house.center.id, id }, '19900005678'), phoneIndex(cipher, house.center.id, '19900005678')])
    await sealPlain(house.owner, cipher, personPhone)
    const row = (await stored()).find((each) => each.id === id)
    expect(row && openPhone(cipher, row, row.phone)).toBe('19900005678')
  })

  test('is moved once by two starts at the same time', async () => {
    await plainPeople(5)
    const second = new pg.Client({ connectionString: house.config.databaseUrl })
    await second.connect()
    try {
      const counts = await Promise.all([sealPlain(house.owner, cipher, personPhone, 2), sealPlain(second, cipher, personPhone, 2)])
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10)
    } finally {
      await second.end()
    }
  })
})

test('the app role can read and write sealed numbers of its centre only', async () => {
  await people(1)
  const app = new pg.Client({ connectionString: appRoleUrl(house.config.databaseUrl) })
  await app.connect()
  try {
    await app.query('begin')
    await app.query(setCenter(house.center.id))
    const { rows } = await app.query<Stored>('select * from persons where phone is not null')
    expect(rows.map(({ center_id }) => center_id)).toEqual([house.center.id])
    await app.query('rollback')
  } finally {
    await app.end()
  }
})
