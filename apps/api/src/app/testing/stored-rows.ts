import type pg from 'pg'
import { anActivity, type PlainActivity } from '../../activities/activities.factory.js'
import { aCode, type PlainCenter } from '../../centers/centers.factory.js'
import { aBank, anLpr, aProduct, aVersion, type PlainBank, type PlainProduct, type PlainVersion } from '../../financing/financing.factory.js'
import { aNotice, anAnnouncement, type PlainAnnouncement, type PlainNotice } from '../../notices/notices.factory.js'
import { sealMembers } from '../../organization/organization-member-seal.rules.js'
import { aMember, type PlainMember } from '../../organization/organization-members.factory.js'
import { sealPersons } from '../../organization/organization-phone.rules.js'
import { aFirm, anOrganization, aPerson, type PlainFirm, type PlainOrganization } from '../../organization/organization.factory.js'
import type { Config } from '../../platform/config/config.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { bulkInsert } from '../../platform/database/bulk-insert.js'
import { Seeded } from '../../platform/seeded/seeded.js'
import type { TestClock } from '../../platform/testing/test-clock.js'

/** What a test finds stored, past the API: at its own centre unless told otherwise. */
export class StoredRows {
  readonly seeded = new Seeded(7)

  constructor(
    readonly config: Config,
    readonly clock: TestClock,
    /** Past row-level security, for what a test arranges or looks up. */
    readonly owner: pg.Client,
    readonly center: PlainCenter & { code: string },
  ) {}

  /** A stored activity; published and open unless told otherwise. */
  async activity(given: Partial<PlainActivity> = {}): Promise<PlainActivity> {
    const row = anActivity(this.seeded, this.clock.now(), { center_id: this.center.id, ...given })
    if (row.published_at) {
      const code = aCode(this.seeded, { center_id: row.center_id, kind: 'activity', subject_id: row.id })
      await bulkInsert(this.owner, 'public_codes', [code])
      row.scene_code = code.code
    }
    await bulkInsert(this.owner, 'activities', [row])
    return row
  }

  /** A stored notice; to an account, about nothing that exists, unless told otherwise. */
  async notice(given: Partial<PlainNotice> = {}): Promise<PlainNotice> {
    const row = aNotice(this.seeded, this.clock.now(), { center_id: this.center.id, ...given })
    await bulkInsert(this.owner, 'notices', [row])
    return row
  }

  /** A stored organisation; a committee that may approve unless told otherwise. */
  async organization(given: Partial<PlainOrganization> = {}): Promise<PlainOrganization> {
    const row = anOrganization(this.seeded, this.clock.now(), { center_id: this.center.id, ...given })
    await bulkInsert(this.owner, 'organizations', [row])
    return row
  }

  /** A stored firm; in a new building unless told otherwise. */
  async firm(given: Partial<PlainFirm> = {}): Promise<PlainFirm> {
    const center_id = given.center_id ?? this.center.id
    const building_id = given.building_id ?? this.seeded.uuid(this.clock.now())
    if (given.building_id === undefined) await bulkInsert(this.owner, 'buildings', [{ center_id, id: building_id, name: `${building_id.slice(-6)} 号楼`, address: '', place: 0 }])
    const row = { ...aFirm(this.seeded, { center_id, building_id, now: this.clock.now(), floors: 20 }), ...given }
    await bulkInsert(this.owner, 'firms', [row])
    return row
  }

  /** A stored bank of a centre. */
  async bank(given: Partial<PlainBank> = {}): Promise<PlainBank> {
    const row = aBank(this.seeded, this.clock.now(), { center_id: this.center.id, ...given })
    await bulkInsert(this.owner, 'financing_banks', [row])
    return row
  }

  /** A stored product of a bank with one version; on offer unless told otherwise. */
  async product(bank: PlainBank, given: Partial<PlainVersion> = {}): Promise<{ product: PlainProduct; version: PlainVersion }> {
    const product = aProduct(this.seeded, this.clock.now(), { center_id: bank.center_id, bank_id: bank.id })
    const version = aVersion(this.clock.now(), product, given)
    await bulkInsert(this.owner, 'financing_products', [product])
    await bulkInsert(this.owner, 'financing_product_versions', [version])
    return { product, version }
  }

  /** The LPR of 20 November 2026 at a centre; there once, however often it is asked for. */
  async lpr(center: { id: string } = this.center): Promise<void> {
    const { center_id, published_on, one_year_bp, five_year_bp } = anLpr({ center_id: center.id })
    await this.owner.query('insert into financing_lprs (center_id, published_on, one_year_bp, five_year_bp) values ($1, $2, $3, $4) on conflict do nothing', [center_id, published_on, one_year_bp, five_year_bp])
  }

  /** A stored member with a person of their own; in a new branch unless told otherwise. */
  async member(given: Partial<PlainMember> & { name?: string } = {}): Promise<PlainMember> {
    const { name, ...columns } = given
    const [now, cipher] = [this.clock.now(), new FieldCipher(this.config.cipherKeys)]
    const center_id = columns.center_id ?? this.center.id
    const person = aPerson(this.seeded, { center_id, now, ...(name === undefined ? {} : { name }) })
    if (columns.person_id === undefined) await bulkInsert(this.owner, 'persons', sealPersons(cipher, [person]))
    const branch = columns.branch_id ?? (await this.organization({ center_id, kind: 'branch', reports_to: (await this.organization({ center_id })).id })).id
    const row = aMember(this.seeded, now, { center_id, person_id: person.id, branch_id: branch, ...columns })
    await bulkInsert(this.owner, 'members', sealMembers(cipher, [row]))
    return row
  }

  /** A stored draft of an announcement, to everyone unless told otherwise. */
  async announcement(given: Partial<PlainAnnouncement> = {}): Promise<PlainAnnouncement> {
    const row = anAnnouncement(this.seeded, this.clock.now(), { center_id: this.center.id, ...given })
    await bulkInsert(this.owner, 'announcements', [row])
    return row
  }
}
