import { idNumberCheck } from '@dangqun/contracts/kit/numbers'
import { bindingConsentVersion } from '@dangqun/contracts/organization/bindings/vocabulary'
import type { OrganizationKind, OrganizationTier } from '@dangqun/contracts/organization/tree/vocabulary'
import { bindingIdNumber, memberIdNumber } from '../src/organization/organization-member-seal.rules.js'
import { aMember, type PlainMember } from '../src/organization/organization-members.factory.js'
import { anOrganization, aPerson, type PlainFirm, type PlainOrganization, type PlainPerson } from '../src/organization/organization.factory.js'
import type { Sealing } from '../src/platform/crypto/encrypted-column.js'
import type { Seeded } from '../src/platform/seeded/seeded.js'

export interface DemoOrganization {
  name: string
  fullName: string
  kind: OrganizationKind
  /** Given where another place's directory names it. */
  code?: string
  tier?: OrganizationTier
  /** By name, among those before it. */
  under?: string
  with?: string
  /** How many members it gets. */
  members?: number
}

/** Firms' own branches beside these are made from the firms. */
export const demoOrganizations: Record<string, { core: string; firmBranches: number; organizations: DemoOrganization[] }> = {
  shangbai: {
    core: '尚百商圈党总支',
    firmBranches: 12,
    organizations: [
      { name: '莲花社区党委', fullName: '中国共产党合肥经济技术开发区莲花社区委员会', kind: 'committee', code: '340111200001' },
      { name: '尚百商圈党总支', fullName: '中国共产党合肥经济技术开发区尚百商圈总支部委员会', kind: 'general_branch', tier: 'core', under: '莲花社区党委' },
      { name: '商管公司党支部', fullName: '中国共产党尚百商业管理有限公司支部委员会', kind: 'branch', tier: 'trunk', under: '尚百商圈党总支', members: 18 },
      { name: '尚百商户联合党支部', fullName: '中国共产党尚百商圈商户联合支部委员会', kind: 'joint_branch', tier: 'trunk', under: '尚百商圈党总支', members: 46 },
      { name: '尚泽大厦联合党支部', fullName: '中国共产党尚泽大厦企业联合支部委员会', kind: 'joint_branch', tier: 'member', under: '尚百商圈党总支', members: 34 },
      { name: '尚泽国际联合党支部', fullName: '中国共产党尚泽国际企业联合支部委员会', kind: 'joint_branch', tier: 'member', under: '尚百商圈党总支', members: 31 },
      { name: '百乐门广场联合党支部', fullName: '中国共产党百乐门广场企业联合支部委员会', kind: 'joint_branch', tier: 'member', under: '尚百商圈党总支', members: 27 },
      { name: '餐饮行业协会党支部', fullName: '中国共产党尚百商圈餐饮行业协会支部委员会', kind: 'branch', tier: 'member', under: '尚百商圈党总支', members: 9 },
      { name: '暖心社会工作服务中心党支部', fullName: '中国共产党暖心社会工作服务中心支部委员会', kind: 'branch', tier: 'member', under: '尚百商圈党总支', members: 7 },
      { name: '商圈联合工会', fullName: '尚百商圈联合工会委员会', kind: 'department', tier: 'member', under: '尚百商圈党总支' },
      { name: '商圈妇联', fullName: '尚百商圈妇女联合会', kind: 'department', tier: 'member', under: '尚百商圈党总支' },
      { name: '商圈团委', fullName: '共青团尚百商圈委员会', kind: 'department', tier: 'member', under: '尚百商圈党总支' },
      { name: '丹霞居委会党支部', fullName: '中国共产党莲花社区丹霞居民委员会支部委员会', kind: 'branch', under: '莲花社区党委', members: 22 },
      { name: '经开公安分局党委', fullName: '中国共产党合肥市公安局经济技术开发区分局委员会', kind: 'committee' },
      { name: '丹霞派出所党支部', fullName: '中国共产党丹霞派出所支部委员会', kind: 'branch', tier: 'member', under: '经开公安分局党委', with: '尚百商圈党总支' },
      { name: '税务所党支部', fullName: '中国共产党经开区税务局第二税务所支部委员会', kind: 'partner', tier: 'member', with: '尚百商圈党总支' },
      { name: '市场监管所党支部', fullName: '中国共产党莲花市场监督管理所支部委员会', kind: 'partner', tier: 'member', with: '尚百商圈党总支' },
    ],
  },
  yunhai: {
    core: '云海商圈党总支',
    firmBranches: 3,
    organizations: [
      { name: '云海社区党委', fullName: '中国共产党云海社区委员会', kind: 'committee', code: '340111300001' },
      { name: '云海商圈党总支', fullName: '中国共产党云海商圈总支部委员会', kind: 'general_branch', tier: 'core', under: '云海社区党委' },
      { name: '云帆大厦联合党支部', fullName: '中国共产党云帆大厦企业联合支部委员会', kind: 'joint_branch', tier: 'trunk', under: '云海商圈党总支', members: 16 },
      { name: '海纳物业党支部', fullName: '中国共产党海纳物业服务有限公司支部委员会', kind: 'branch', tier: 'trunk', under: '云海商圈党总支', members: 8 },
    ],
  },
}

const firmTags = ['沿街', '已走访', '用工紧', '有融资意向', '规上企业', '专精特新'] as const

/** Tags as staff put them; one firm in five has some. */
export function tagFirms(seeded: Seeded, firms: PlainFirm[]): void {
  for (const firm of firms) {
    if (seeded.next() < 0.2) firm.tags = firmTags.filter(() => seeded.next() < 0.25)
  }
}

/** The tree of one centre, uppers before those that report to them. */
export function organizationsFor(seeded: Seeded, slug: string, centerId: string, firms: readonly PlainFirm[], now: Date): { row: PlainOrganization; members: number }[] {
  const demo = demoOrganizations[slug]
  if (!demo) return []
  const ids = new Map<string, string>()
  const idOf = (name: string | undefined) => (name === undefined ? null : (ids.get(name) ?? null))
  const made = demo.organizations.map(({ name, fullName, kind, code, tier, under, with: partner, members = 0 }) => {
    const row = anOrganization(seeded, now, {
      center_id: centerId, name, full_name: fullName, kind, tier: tier ?? null, reports_to: idOf(under), partners_with: idOf(partner), address: '合肥经开区尚百商圈',
      ...(kind === 'department' || kind === 'partner' ? { code: null } : code ? { code } : {}),
    })
    ids.set(name, row.id)
    return { row, members }
  })
  // Larger firms are likelier to have three members and a branch of their own.
  const own = firms.filter(({ kind, size }) => kind === 'company' && size !== 'micro').slice(0, demo.firmBranches).map((firm) => ({
    row: anOrganization(seeded, now, { center_id: centerId, name: `${firm.name.replace(/^(合肥|安徽)|有限公司$/g, '')}党支部`, full_name: `中国共产党${firm.name}支部委员会`, kind: 'branch', tier: 'member', reports_to: idOf(demo.core), firm_id: firm.id, address: null }),
    members: seeded.int(3, 11),
  }))
  return [...made, ...own]
}

/** Invented members of each branch, each with a person; those of joint branches work at some firm. */
export function membersFor(seeded: Seeded, organizations: readonly { row: PlainOrganization; members: number }[], firms: readonly PlainFirm[], now: Date): { persons: PlainPerson[]; members: PlainMember[] } {
  const persons: PlainPerson[] = []
  const members: PlainMember[] = []
  for (const { row, members: count } of organizations) {
    for (let index = 0; index < count; index++) {
      const person = aPerson(seeded, { center_id: row.center_id, now })
      // Some firms have three members and no branch of their own yet.
      const colleague = row.kind === 'joint_branch' && index > 0 && index < 3 ? (members.at(-1)?.firm_id ?? null) : null
      const drawn = row.firm_id ?? (row.kind === 'joint_branch' ? (firms[seeded.int(0, firms.length - 1)]?.id ?? null) : null)
      const firm = colleague ?? drawn
      persons.push(person)
      members.push(aMember(seeded, now, { center_id: row.center_id, person_id: person.id, branch_id: row.id, firm_id: firm }))
    }
  }
  return { persons, members }
}

/** Askings that wait at the desk: some of the roll, one who is not in it, some of firms. */
export function bindingsFor(seeded: Seeded, cipher: Sealing, { persons, members }: { persons: readonly PlainPerson[]; members: readonly PlainMember[] }, firms: readonly PlainFirm[], now: Date) {
  const unknown = `990101${seeded.int(1980, 1999)}0312${seeded.int(100, 999)}`
  const asked = [
    { kind: 'member', name: persons[3]?.name, number: members[3]?.id_number, hours: 50 },
    { kind: 'firm', name: seeded.pick(['林晴', '周舒']), firm: firms[11]?.name, basis: 'legal_representative', hours: 27 },
    { kind: 'member', name: persons[40]?.name, number: members[40]?.id_number, hours: 9 },
    { kind: 'member', name: '叶知远', number: unknown + idNumberCheck(unknown), hours: 5 },
    { kind: 'firm', name: '胡小满', firm: firms[205]?.name.slice(2, 8), basis: 'authorization', hours: 2 },
  ]
  return asked.map(({ kind, name = '', number, firm = null, basis = null, hours }) => {
    const [id, centerId] = [seeded.uuid(now), firms[0]?.center_id ?? '']
    const person: PlainPerson = aPerson(seeded, { center_id: centerId, now, name })
    return {
      person,
      binding: {
        center_id: centerId, id, person_id: person.id, kind, state: 'pending', claim_name: name, claim_firm: firm, basis, consent_version: bindingConsentVersion, created_at: new Date(now.getTime() - hours * 3_600_000),
        claim_id_number: number === undefined ? null : cipher.seal(bindingIdNumber, { centerId, id }, number),
        claim_id_number_index: number === undefined ? null : `\\x${cipher.blindIndex(memberIdNumber, centerId, number).toString('hex')}`,
      },
    }
  })
}
