import { Injectable } from '@nestjs/common'
import type { CopySection, PersonalCopy } from '@dangqun/contracts/accounts/consents/schemas'
import { consentSourceLabels, consentTexts, roleLabels } from '@dangqun/contracts/accounts/vocabulary'
import { appealStateLabels, signUpStateLabels } from '@dangqun/contracts/activities/vocabulary'
import { bindingKindLabels, bindingStateLabels } from '@dangqun/contracts/organization/bindings/vocabulary'
import { educations, ethnicities, memberCategoryLabels, memberFlowLabels, sexLabels } from '@dangqun/contracts/organization/members/vocabulary'
import { demandStateLabels } from '@dangqun/contracts/financing/demands/vocabulary'
import { sayAmount } from '@dangqun/contracts/kit/figures'
import { transferDirectionLabels, transferKindLabels, transferStateLabels } from '@dangqun/contracts/transfer/vocabulary'
import { AttemptsService, type AttemptLimit } from '../accounts/accounts-attempts.service.js'
import { centersOfAccount, listLedger } from '../accounts/accounts-consents.queries.js'
import { toEntry } from '../accounts/accounts-consents.service.js'
import { listSessions, passwordOf } from '../accounts/accounts-security.queries.js'
import { refuseAccounts } from '../accounts/accounts.errors.js'
import type { AccountsFact } from '../accounts/accounts.facts.js'
import { centersById, readAccount } from '../accounts/accounts.queries.js'
import { NoShowsService } from '../activities/activities-no-shows.service.js'
import { SignUpService } from '../activities/activities-sign-up.service.js'
import { Audit } from '../audit/audit.service.js'
import { FinancingPersonService } from '../financing/financing-person.service.js'
import { NoticesService } from '../notices/notices.service.js'
import { BindingsService } from '../organization/organization-bindings.service.js'
import { MembersService } from '../organization/organization-members.service.js'
import { OrganizationService } from '../organization/organization.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { Units } from '../platform/database/units.js'
import type { Caller, DetachedScope, SignedInCenterScope } from '../platform/http/scope.js'
import { TransferService } from '../transfer/transfer.service.js'
import { rowOf } from './personal-copy.rules.js'

type Page<Item> = { items: Item[]; nextCursor: string | null }

/** A copy reads much: enough for somebody who lost the first one. */
const copyLimit: AttemptLimit = { kind: 'copy', most: 10, pause: '15 minutes' }
const limit = 50

/** 个人信息副本 (PIPL Art. 45): put together here, because it crosses the slices; each of them says what it shows its own person. */
@Injectable()
export class PersonalCopies {
  constructor(
    private readonly units: Units,
    private readonly attempts: AttemptsService,
    private readonly audit: Audit,
    private readonly organization: OrganizationService,
    private readonly members: MembersService,
    private readonly bindings: BindingsService,
    private readonly signUps: SignUpService,
    private readonly noShows: NoShowsService,
    private readonly transfers: TransferService,
    private readonly demands: FinancingPersonService,
    private readonly notices: NoticesService,
  ) {}

  /** One unit per centre: no transaction sees two of them. @throws AppError `accounts.tooManyTries` */
  async copy({ caller, now }: DetachedScope & { caller: Caller }): Promise<PersonalCopy> {
    if (await this.attempts.begin(copyLimit, caller.accountId)) throw refuseAccounts('accounts.tooManyTries')
    const own = await this.ofAccount(caller, now)
    const sections = [...own.sections]
    for (const [centerId, { name }] of own.centers) sections.push(...(await this.atCenter({ centerId, caller, now }, name)))
    return { accountId: caller.accountId, exportedAt: shanghaiIso(now), sections: sections.filter(({ rows }) => rows.length > 0) }
  }

  private ofAccount(caller: Caller, now: Date): Promise<{ sections: CopySection[]; centers: Map<string, { name: string }> }> {
    return this.units.run(async (manager) => {
      const account = await readAccount(manager, caller.accountId)
      const password = await passwordOf(manager, caller.accountId)
      const entries = (await listLedger(manager, caller.accountId)).map(toEntry)
      const sessions = await listSessions(manager, caller.accountId, now)
      const section = (title: string, rows: Record<string, string>[]): CopySection => ({ title, center: null, rows })
      return {
        sections: [
          section('账号', [rowOf({ 编号: caller.accountId, 建立时间: account && shanghaiIso(account.created_at), 登录方式: password ? `用户名 ${password.subject}` : '微信' })]),
          section('角色', caller.grants.map(({ role }) => ({ 角色: roleLabels[role] }))),
          section('授权', entries.map((entry) => rowOf({ 用途: consentTexts[entry.purpose].title, 文本版本: entry.version, 方式: consentSourceLabels[entry.source], 同意时间: entry.grantedAt, 撤回时间: entry.withdrawnAt }))),
          section('登录设备', sessions.map((row) => rowOf({ 设备: row.device, 登录时间: shanghaiIso(row.created_at), 最近使用: shanghaiIso(row.last_seen_at) }))),
        ],
        centers: await centersById(manager, await centersOfAccount(manager, caller.accountId)),
      }
    })
  }

  private atCenter({ centerId, caller, now }: { centerId: string; caller: Caller; now: Date }, center: string): Promise<CopySection[]> {
    return this.units.runAt(centerId, async (manager) => {
      const scope: SignedInCenterScope = { manager, centerId, caller, now }
      const section = (title: string, rows: Record<string, string>[]): CopySection => ({ title, center, rows })
      const { noShows, appeal } = await this.noShows.mine(scope)
      const sections = [
        section('个人资料', await this.person(scope)),
        section('党员信息', await this.member(scope)),
        section('身份核对', (await this.bindings.listMine(scope)).items.map(({ kind, state, target, createdAt, decidedAt }) => rowOf({ 身份: bindingKindLabels[kind], 状态: bindingStateLabels[state], 对应: target, 申请时间: createdAt, 核对时间: decidedAt }))),
        section('报名', await this.signedUp(scope)),
        section('未到场', noShows.map(({ title, startsAt, waiverReason }) => rowOf({ 活动: title, 开始时间: startsAt, 不计原因: waiverReason }))),
        section('申诉', appeal ? [rowOf({ 内容: appeal.text, 状态: appealStateLabels[appeal.state], 答复: appeal.answer, 提交时间: appeal.createdAt })] : []),
        section('组织关系接转', await this.transferred(scope)),
        section('融资需求', (await this.demands.copy(scope)).map(({ createdAt, state, amountFen, purposeText, contact, banks }) => rowOf({
          填写时间: shanghaiIso(createdAt), 状态: demandStateLabels[state], 金额: sayAmount(amountFen), 用途说明: purposeText, 联系人: contact.name, 联系电话: contact.phone, 发给的银行: banks.join('、'),
        }))),
        section('消息', (await all((cursor) => this.notices.listMine(scope, { show: 'all', limit, cursor }))).map(({ title, body, createdAt }) => rowOf({ 标题: title, 内容: body, 时间: createdAt }))),
      ]
      await this.audit.record(scope, { fact: 'accounts.dataExported', subjectId: caller.accountId } satisfies AccountsFact)
      return sections
    })
  }

  private async person(scope: SignedInCenterScope): Promise<Record<string, string>[]> {
    const { name, phone, birthDate } = await this.organization.ownPerson(scope)
    const row = rowOf({ 姓名: name, 手机号: phone, 出生日期: birthDate })
    return Object.keys(row).length > 0 ? [row] : []
  }

  private async member(scope: SignedInCenterScope): Promise<Record<string, string>[]> {
    const member = await this.members.opened(scope, { accountId: scope.caller.accountId })
    if (!member) return []
    return [rowOf({
      姓名: member.name, 曾用名: member.formerName, 身份证号: member.idNumber, 性别: sexLabels[member.sex], 出生日期: member.bornOn, 民族: ethnicities[member.ethnicity], 学历: educations[member.education],
      类别: memberCategoryLabels[member.category], 流动状态: memberFlowLabels[member.flow], 所在支部: member.branchName, 所在企业: member.firmName, 入党日期: member.joinedOn, 转正日期: member.confirmedOn, 手机号: member.phone, 紧急联系人: member.emergencyName,
    })]
  }

  private async signedUp(scope: SignedInCenterScope): Promise<Record<string, string>[]> {
    const rows = [...(await all((cursor) => this.signUps.listMine(scope, { when: 'upcoming', limit, cursor }))), ...(await all((cursor) => this.signUps.listMine(scope, { when: 'past', limit, cursor })))]
    const forms = await this.signUps.formsOfMine(scope)
    return rows.map(({ id, activity, state, createdAt, checkedInAt }) => rowOf({ 活动: activity.title, 开始时间: activity.startsAt, 状态: signUpStateLabels[state], 报名时间: createdAt, 签到时间: checkedInAt, ...forms.get(id) }))
  }

  private async transferred(scope: SignedInCenterScope): Promise<Record<string, string>[]> {
    const rows: Record<string, string>[] = []
    for (const { id } of await all((cursor) => this.transfers.list(scope, { view: 'mine', limit, cursor }))) {
      const { direction, kind, state, otherSide, submittedAt, changedAt, form } = await this.transfers.get(scope, id)
      rows.push(rowOf({
        方向: transferDirectionLabels[direction], 类型: transferKindLabels[kind], 状态: transferStateLabels[state], 对方: otherSide, 姓名: form.name, 身份证号: form.idNumber, 联系电话: form.phone, 紧急联系人: form.emergencyContact,
        转出支部: form.originBranchName, 接收支部: form.receivingBranchName, 抬头: form.title, 去处: form.destination, 提交时间: submittedAt, 更新时间: changedAt,
      }))
    }
    return rows
  }
}

/** All pages of a list. */
async function all<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await read(cursor)
    items.push(...page.items)
    if (page.nextCursor === null) return items
    cursor = page.nextCursor
  }
}
