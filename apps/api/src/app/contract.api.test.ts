import type { Role } from '@dangqun/contracts/accounts/vocabulary'
import type { Route } from '@dangqun/contracts/kit/route'
import { fillPath } from '@dangqun/contracts/kit/route'
import type { FileBody } from '@dangqun/contracts/kit/files'
import { aNeed, someTerms } from '../financing/financing.factory.js'
import { readConfig } from '../platform/config/config.js'
import { aPng } from '../platform/testing/pictures.js'
import { cloneDatabase } from '../platform/testing/test-database.js'
import { apiBase, contracts } from './contracts.js'
import { createApp } from './create-app.js'
import { TestHouse } from './testing/test-house.js'

const routes = Object.entries(contracts).flatMap(([slice, { routes }]) => Object.entries(routes as Record<string, Route>).map(([name, route]) => ({ name: `${slice}.${name}`, route })))

/** Not of the contract, and meant to be so: for machines, and the documents themselves. */
const outside = ['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /api/openapi.json']

test('the routes served, those of the contract and those in OpenAPI are one set, each with an access rule', async () => {
  const app = await createApp(readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: await cloneDatabase('routes') }))
  const served: string[] = []
  app.getHttpAdapter().getInstance().addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') served.push(`${each} ${url.replace(/:(\w+)/g, '{$1}')}`)
  })
  await app.init()
  try {
    const document = (await app.inject({ url: '/api/openapi.json' })).json<{ openapi: string; paths: Record<string, Record<string, { 'x-access': string }>> }>()
    const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
    const contracted = routes.map(({ route }) => `${route.method} ${apiBase}${route.path}`)
    expect([...served].sort()).toEqual([...contracted, ...outside].sort())
    expect([...documented].sort()).toEqual([...contracted].sort())
    expect(document.openapi).toMatch(/^3\.1/)
    for (const { route } of routes) expect(document.paths[apiBase + route.path]?.[route.method.toLowerCase()]?.['x-access']).toBe(route.access)
  } finally {
    await app.close()
  }
})

interface Visit {
  /** Path parameters besides the centre. */
  params?: Record<string, string>
  query?: string
  body?: object
  /** Instead of a body. */
  file?: FileBody
  /** What a caller whom the access rule lets in gets, when the object is at the centre of the path. */
  answers: number
  /** … and when the object is another centre's. Undefined: the route names no object. */
  answersElsewhere?: number
  /** What the rules inside say to callers whom the access rule lets in all the same. */
  unlike?: Partial<Record<Who, number>>
}

/** One harmless, valid visit of each route; a route that is missing here fails the test below. */
function visits(objects: { activity: string; draft: string; signUp: string; notice: string; announcement: string; published: string; code: string; organization: string; grant: string; invitation: string; product: string; member: string; binding: string; person: string; firm: string; building: string; service: string }): Record<string, Visit> {
  const activity = { params: { id: objects.activity } }
  const draft = { params: { id: objects.draft } }
  const organization = { params: { id: objects.organization } }
  const product = { params: { id: objects.product } }
  const member = { params: { id: objects.member } }
  const firm = { params: { id: objects.firm } }
  const version = { params: { id: objects.product, number: '1' } }
  return {
    'audit.listFacts': { answers: 200 },
    'audit.chain': { answers: 200 },
    'audit.verify': { answers: 200 },
    'audit.listPlatformFacts': { answers: 200 },
    'audit.platformChain': { answers: 200 },
    'audit.verifyPlatform': { answers: 200 },
    // Staff know the activity; to everybody else there is none.
    'audit.history': { params: { kind: 'activity', id: objects.draft }, answers: 404, unlike: { 'own staff': 200, 'own manager': 200 } },
    'accounts.loginByWechat': { body: { code: 'sandbox:matrix' }, answers: 200 },
    // A name of its own each time: the fifth wrong password would lock it.
    'accounts.loginToConsole': { body: { username: `nobody-${objects.activity}`, password: 'nothing' }, answers: 400 },
    // The last for its session, so each role brings one of its own.
    'accounts.logout': { answers: 200 },
    'accounts.me': { answers: 200 },
    'accounts.giveConsent': { body: { purpose: 'privacy', version: '2026-11' }, answers: 201 },
    'accounts.readPhone': { body: { code: 'nothing' }, answers: 400 },
    'consents.list': { answers: 200 },
    'consents.withdraw': { params: { purpose: 'firm' }, answers: 409 },
    'consents.exportMine': { answers: 200 },
    'consents.exportMyTable': { answers: 200 },
    'security.get': { answers: 200 },
    'security.listSessions': { answers: 200 },
    'security.endSession': { params: { id: objects.activity }, answers: 404 },
    'security.changePassword': { body: { current: 'nothing', next: 'Nothing-1234' }, answers: 409 },
    'security.startTotp': { body: { password: 'nothing' }, answers: 409 },
    'security.confirmTotp': { body: { code: '123456' }, answers: 409 },
    'security.removeTotp': { body: { password: 'nothing', code: '123456' }, answers: 409 },
    'accounts.sandbox': { answers: 200 },
    'grants.list': { answers: 200 },
    'grants.revoke': { params: { id: objects.grant }, body: { reason: '调离' }, answers: 200, answersElsewhere: 404 },
    'grants.listInvitations': { answers: 200 },
    'grants.invite': { body: { role: 'center_staff', note: '前台' }, answers: 201, unlike: { security_admin: 403 } },
    'grants.withdrawInvitation': { params: { id: objects.invitation }, answers: 200, answersElsewhere: 404 },
    'grants.checkInvitation': { body: { code: '22222-22222' }, answers: 404 },
    'grants.acceptInvitation': { body: { code: '22222-22222' }, answers: 404 },
    'grants.join': { body: { code: '22222-22222', username: 'nobody', password: 'Nothing-1234' }, answers: 404 },
    'centers.list': { answers: 200 },
    'centers.create': { body: { slug: `c-${objects.activity.slice(-12)}`, name: '新中心', address: '一号楼', phone: '0551-60000000' }, answers: 201 },
    'centers.get': { answers: 200 },
    'centers.update': { body: { version: 0 }, answers: 409 },
    'centers.setPicture': { file: { type: 'image/png', bytes: aPng() }, answers: 200 },
    'centers.removePicture': { answers: 200 },
    'centers.getFile': { params: { id: objects.signUp }, answers: 404 },
    'centers.getSettings': { answers: 200 },
    'centers.changeSettings': { body: { version: 0 }, answers: 409 },
    'centers.getWorkdays': { params: { year: '2026' }, answers: 200 },
    'centers.changeWorkdays': { params: { year: '2027' }, body: { source: '试', days: [{ date: '2027-01-01', isWorking: false, name: '元旦' }] }, answers: 200 },
    'codes.list': { answers: 200 },
    'codes.create': { body: { kind: 'door', label: '东门' }, answers: 201 },
    // What is printed for the whole centre stays; another centre's code is none.
    'codes.retire': { params: { code: objects.code }, answers: 409 },
    'codes.makePicture': { params: { code: objects.code }, answers: 200 },
    'centers.readCode': { params: { scene: objects.code }, answers: 200 },
    'centersCatalogue.listBuildings': { answers: 200 },
    'centersCatalogue.createBuilding': { body: { name: `楼 ${objects.activity.slice(-12)}`, address: '' }, answers: 201 },
    'centersCatalogue.updateBuilding': { params: { id: objects.building }, body: { version: 0 }, answers: 409, answersElsewhere: 404 },
    'centersCatalogue.orderBuildings': { body: { ids: [objects.signUp] }, answers: 409 },
    'centersCatalogue.listServices': { answers: 200 },
    'centersCatalogue.createService': { body: { programme: 'blue', name: objects.activity.slice(-12), summary: '试', place: '一楼', target: null }, answers: 201 },
    'centersCatalogue.updateService': { params: { id: objects.service }, body: { version: 0 }, answers: 409, answersElsewhere: 404 },
    'centersCatalogue.orderServices': { body: { programme: 'red', ids: [objects.signUp] }, answers: 409 },
    'transfer.list': { answers: 200 },
    'transfer.count': { answers: 200 },
    'transfer.create': { body: { direction: 'out', kind: 'in_province', consent: { source: 'phone', version: '2026-11' } }, answers: 201 },
    'transfer.register': { body: { direction: 'in', kind: 'in_province', consent: { source: 'phone', version: '2026-11' } }, answers: 201 },
    'transfer.restricted': { answers: 200 },
    'transfer.searchReceivers': { query: '?q=%E7%BB%84%E7%BB%87', answers: 200 },
    // Nobody's case: whoever sits in no office of one does not learn whether it exists.
    'transfer.listBranches': { answers: 200 },
    'transfer.get': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transfer.update': { params: { id: objects.signUp }, body: { form: {} }, answers: 404, answersElsewhere: 404 },
    'transfer.updateArchive': { params: { id: objects.signUp }, body: { step: 'sent' }, answers: 404, answersElsewhere: 404 },
    'transfer.fileOpinion': { params: { id: objects.signUp }, body: { opinion: '支部大会定于下月讨论' }, answers: 404, answersElsewhere: 404 },
    'transfer.withdrawConsent': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transfer.revealIdNumber': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.listPrinters': { answers: 200 },
    'transferPapers.savePrinter': { body: { name: '窗口', xMm: 0, yMm: 0 }, answers: 200 },
    'transferPapers.removePrinter': { params: { printer: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.testPrint': { params: { printer: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.printLetter': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.issueSlip': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.printSlip': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'transferPapers.checkSlip': { params: { code: 'AAECAwQFBgcICQoLDA0ODw.sandbox.x' }, answers: 404 },
    'transfer.act': { params: { id: objects.signUp, action: 'precheck' }, answers: 404, answersElsewhere: 404 },
    'firms.listFirms': { answers: 200 },
    'firms.listFirmTags': { answers: 200 },
    'firms.readCoverage': { answers: 200 },
    'firms.getFirm': { ...firm, answers: 200, answersElsewhere: 404 },
    'firms.createFirm': { body: { name: '某某商贸', creditCode: null, kind: 'company', size: 'micro', industry: '51', buildingId: objects.signUp, floor: 1, room: '101', foundedOn: '2020-01-01', tags: [] }, answers: 400 },
    'firms.updateFirm': { ...firm, body: { room: '1203', version: 1 }, answers: 200, answersElsewhere: 404 },
    'firms.tagFirms': { body: { ids: [objects.firm], add: ['走访'] }, answers: 200, answersElsewhere: 404 },
    'organization.getMyPerson': { answers: 200 },
    'organization.updateMyPerson': { body: { name: '林禾' }, answers: 200 },
    'notices.listMine': { answers: 200 },
    'notices.countUnread': { answers: 200 },
    // Somebody else's, like a sign-up below.
    'notices.read': { params: { id: objects.notice }, answers: 404, answersElsewhere: 404 },
    'notices.readAll': { answers: 200 },
    'notices.listTopics': { answers: 200 },
    'notices.allowPushes': { body: { answers: [{ topic: 'activityChange', answer: 'accept' }] }, answers: 200 },
    'bindings.askBinding': { body: { kind: 'firm', name: '林禾', firm: '某某商贸', basis: 'authorization', consentVersion: '2026-12' }, answers: 202 },
    'bindings.listMyBindings': { answers: 200 },
    'bindings.withdrawBinding': { params: { id: objects.binding }, answers: 404, answersElsewhere: 404 },
    'bindings.listBindings': { answers: 200 },
    'bindings.getBinding': { params: { id: objects.binding }, answers: 200, answersElsewhere: 404 },
    'bindings.confirmBinding': { params: { id: objects.binding }, body: { targetId: objects.binding, evidence: '授权书' }, answers: 409, answersElsewhere: 404 },
    'bindings.refuseBinding': { params: { id: objects.binding }, body: { reason: '授权书不符' }, answers: 200, answersElsewhere: 404 },
    'bindings.endBinding': { params: { id: objects.binding }, body: { reason: '离职' }, answers: 409, answersElsewhere: 404 },
    'bindings.listPersons': { query: `?q=${encodeURIComponent('林禾')}`, answers: 200 },
    'bindings.readHoldings': { params: { id: objects.person }, answers: 200, answersElsewhere: 404 },
    'bindings.createPerson': { body: { name: '林禾' }, answers: 201 },
    'bindings.mergePerson': { params: { id: objects.binding }, body: { into: objects.binding, evidence: '身份证' }, answers: 404, answersElsewhere: 404 },
    'bindings.correctBirthDate': { params: { id: objects.binding }, body: { birthDate: '1990-05-06', basis: 'id_card' }, answers: 404, answersElsewhere: 404 },
    'members.listMembers': { answers: 200 },
    // A secretary without a branch knows of nobody.
    'members.getMember': { ...member, answers: 200, answersElsewhere: 404, unlike: { branch_secretary: 404 } },
    // A form that contradicts itself: the twenty visits of this test would else be one person.
    'members.createMember': { body: { idNumber: '1' }, answers: 400 },
    'members.updateMember': { ...member, body: { flow: 'outflow', version: 1 }, answers: 200, answersElsewhere: 404 },
    'members.endMember': { ...member, body: { reason: '转出', version: 1 }, answers: 200, answersElsewhere: 404 },
    'organizationTree.readPublicTree': { answers: 200 },
    'organizationTree.readTree': { answers: 200 },
    'organizationTree.listOrganizations': { answers: 200 },
    'organizationTree.getOrganization': { ...organization, answers: 200, answersElsewhere: 404 },
    'organizationTree.createOrganization': { body: { name: '某党委', fullName: `某某委员会${objects.organization}`, kind: 'committee', reportsTo: null }, answers: 201 },
    'organizationTree.updateOrganization': { ...organization, body: { address: '一号楼', version: 1 }, answers: 200, answersElsewhere: 404 },
    'organizationTree.moveOrganization': { ...organization, body: { reportsTo: null, version: 1 }, answers: 200, answersElsewhere: 404 },
    'organizationTree.dissolveOrganization': { ...organization, body: { reason: '撤并', version: 1 }, answers: 200, answersElsewhere: 404 },
    'announcements.list': { answers: 200 },
    'announcements.sizeOf': { query: `?kind=activity&id=${objects.activity}`, answers: 200, answersElsewhere: 409 },
    'announcements.create': { body: { title: '元旦放假', body: '1 月 1 日休息', audience: { kind: 'everyone', id: null } }, answers: 201 },
    'announcements.get': { params: { id: objects.published }, answers: 200, answersElsewhere: 404 },
    'announcements.update': { params: { id: objects.announcement }, body: { title: '元旦休息' }, answers: 200, answersElsewhere: 404 },
    'announcements.publish': { params: { id: objects.announcement }, answers: 200, answersElsewhere: 404 },
    'announcements.withdraw': { params: { id: objects.announcement }, answers: 200, answersElsewhere: 404 },
    'activities.list': { answers: 200 },
    'activities.create': { body: { title: '读书会', programme: 'blue', place: '咖啡屋', startsAt: '2026-12-05T14:00:00+08:00', endsAt: '2026-12-05T16:00:00+08:00', capacity: 5 }, answers: 201 },
    'activities.get': { ...activity, answers: 200, answersElsewhere: 404 },
    'activities.update': { ...draft, body: { place: '二楼' }, answers: 200, answersElsewhere: 404 },
    'activities.publish': { ...draft, answers: 200, answersElsewhere: 404 },
    'activities.close': { ...draft, answers: 409, answersElsewhere: 404 },
    'activities.hold': { ...activity, answers: 409, answersElsewhere: 404 },
    'activities.cancel': { ...draft, answers: 200, answersElsewhere: 404 },
    'activities.signUp': { ...activity, answers: 201, answersElsewhere: 404 },
    'activities.signUpOnBehalf': { ...activity, body: { personId: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'activities.listSignUps': { ...activity, answers: 200, answersElsewhere: 404 },
    'activities.listMySignUps': { answers: 200 },
    'checkIns.readRotatingCode': { ...activity, answers: 200, answersElsewhere: 404 },
    'checkIns.checkIn': { ...activity, body: { rotatingCode: 'A3K9HJ2M' }, answers: 409, answersElsewhere: 404 },
    'checkIns.sync': { ...activity, body: { sentAt: '2026-12-01T10:00:00+08:00', records: [{ id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46', ticket: 'A3K9', at: '2026-12-01T10:00:00+08:00', offsetMs: 0 }] }, answers: 200, answersElsewhere: 404 },
    'checkIns.list': { ...activity, answers: 200, answersElsewhere: 404 },
    'checkIns.findCandidates': { ...activity, query: '?q=1', answers: 200, answersElsewhere: 404 },
    'checkIns.undo': { params: { ...activity.params, checkIn: objects.signUp }, body: { reason: '扫错了' }, answers: 404, answersElsewhere: 404 },
    'checkIns.confirm': { params: { ...activity.params, checkIn: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'financing.previewMatches': { body: aNeed(), answers: 200 },
    'financing.readCost': { ...product, body: { amountFen: 50_000_000, months: 12 }, answers: 200, answersElsewhere: 404 },
    'financing.printCost': { ...product, body: { amountFen: 50_000_000, months: 12 }, answers: 200, answersElsewhere: 404 },
    'financing.readDraftCost': { body: { terms: someTerms(), amountFen: 50_000_000, months: 12 }, answers: 200 },
    'financing.listLprs': { answers: 200 },
    'financing.enterLpr': { body: { publishedOn: '2026-10-20', oneYearBp: 300, fiveYearBp: 350 }, answers: 200 },
    'financing.removeLpr': { params: { publishedOn: '2020-01-20' }, answers: 404 },
    // An officer speaks for a bank that is not this one's: nobody else's is theirs to know of.
    'financingVersions.create': { body: { bankId: objects.signUp, terms: someTerms() }, answers: 404 },
    'financingVersions.renew': { ...product, answers: 404, answersElsewhere: 404 },
    'financingVersions.list': { answers: 200 },
    'financingVersions.get': { ...version, answers: 200, unlike: { bank_officer: 404 }, answersElsewhere: 404 },
    'financingVersions.update': { ...version, body: { terms: someTerms(), revision: 1 }, answers: 404, answersElsewhere: 404 },
    'financingVersions.submit': { ...version, answers: 404, answersElsewhere: 404 },
    'financingVersions.approve': { ...version, answers: 409, answersElsewhere: 404 },
    'financingVersions.return': { ...version, body: { note: '利率写错了' }, answers: 409, answersElsewhere: 404 },
    'financingVersions.withdraw': { params: { ...product.params, number: '9' }, body: { note: '不做了' }, answers: 404, answersElsewhere: 404 },
    // Of nobody's firm: whoever neither stands for it nor serves the centre does not learn whether it exists.
    'financingDemands.listFirms': { answers: 200 },
    'financingDemands.list': { answers: 200 },
    'financingDemands.count': { answers: 200 },
    'financingDemands.rematch': { answers: 200 },
    'financingDemands.create': { body: { firmId: objects.firm, need: aNeed(), contact: { name: '林禾', phone: '13800138000' } }, answers: 409 },
    'financingDemands.get': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'financingDemands.update': { params: { id: objects.signUp }, body: { need: aNeed(), contact: { name: '林禾', phone: '13800138000' } }, answers: 404, answersElsewhere: 404 },
    'financingDemands.matches': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'financingDemands.recordCall': { params: { id: objects.signUp }, body: { outcome: 'reached' }, answers: 404, answersElsewhere: 404 },
    'financingDemands.act': { params: { id: objects.signUp, action: 'submit' }, answers: 404, answersElsewhere: 404 },
    'financingFigures.read': { query: '?from=2026-11&to=2026-12', answers: 200 },
    'financingFigures.print': { query: '?month=2026-11', answers: 200 },
    'financingReferrals.list': { answers: 200 },
    'financingReferrals.count': { answers: 200 },
    'financingReferrals.get': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'financingReferrals.act': { params: { id: objects.signUp, action: 'claim' }, answers: 404, answersElsewhere: 404 },
    'financingBanks.list': { answers: 200 },
    'financingBanks.create': { body: { name: `银行 ${objects.activity.slice(-12)}`, kind: '村镇银行' }, answers: 201 },
    'financingBanks.update': { params: { id: objects.signUp }, body: { version: 1 }, answers: 404 },
    'financingProducts.listBanks': { answers: 200 },
    'financingProducts.list': { answers: 200 },
    'financingProducts.get': { ...product, answers: 200, answersElsewhere: 404 },
    // Somebody else's: nobody may know of it, whatever their role.
    'activities.cancelSignUp': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'activities.copy': { ...draft, answers: 201, answersElsewhere: 404 },
    'activities.repeat': { ...draft, body: { weeks: 2 }, answers: 201, answersElsewhere: 404 },
    'activities.publishSeries': { ...draft, answers: 409, answersElsewhere: 404 },
    'exports.ask': { ...activity, body: { purpose: '现场签到核对' }, answers: 201, answersElsewhere: 404 },
    'exports.list': { answers: 200 },
    'exports.approve': { params: { id: objects.signUp }, body: { note: '同意' }, answers: 404, answersElsewhere: 404 },
    'exports.refuse': { params: { id: objects.signUp }, body: { note: '用途不清楚' }, answers: 404, answersElsewhere: 404 },
    'exports.take': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'noShows.mine': { answers: 200 },
    'noShows.appeal': { body: { text: '那天临时加班' }, answers: 409 },
    'noShows.listPaused': { answers: 200 },
    'noShows.listAppeals': { answers: 200 },
    'noShows.grantAppeal': { params: { id: objects.signUp }, body: { answer: '情况属实' }, answers: 404, answersElsewhere: 404 },
    'noShows.refuseAppeal': { params: { id: objects.signUp }, body: { answer: '请多体谅' }, answers: 404, answersElsewhere: 404 },
    'noShows.waive': { params: { id: objects.signUp }, body: { reason: '已电话请假' }, answers: 404, answersElsewhere: 404 },
    'activities.acceptOffer': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
    'activities.declineOffer': { params: { id: objects.signUp }, answers: 404, answersElsewhere: 404 },
  }
}

/** What a centre's staff may not do. */
const managerOnly: Route['access'][] = ['accounts.manageGrants', 'centers.manage', 'activities.approveExports', 'audit.read']

type Who = 'anonymous' | 'worker' | 'stale session' | 'own staff' | 'own manager' | 'staff of another centre' | Extract<Role, 'branch_secretary' | 'bank_officer' | 'system_admin' | 'security_admin' | 'audit_admin'>
const everyone: Who[] = ['anonymous', 'stale session', 'worker', 'own staff', 'own manager', 'staff of another centre', 'branch_secretary', 'bank_officer', 'system_admin', 'security_admin', 'audit_admin']

describe('every route × every role × own and other centre', () => {
  let house: TestHouse
  beforeAll(async () => void (house = await TestHouse.open()))
  afterAll(() => house.close())

  async function tokenOf(who: Who): Promise<string | null> {
    const { center, other } = house
    switch (who) {
      case 'anonymous': return null
      case 'stale session': {
        const { token } = await house.signIn({ role: 'center_staff', center })
        await house.owner.query('update sessions set expires_at = $1 where token_hash = sha256($2::bytea)', [house.clock.now(), token])
        return token
      }
      case 'worker': return (await house.signIn()).token
      case 'own staff': return (await house.staff()).token
      case 'own manager': return (await house.signIn({ role: 'center_manager', center })).token
      case 'staff of another centre': return (await house.staff(other)).token
      case 'system_admin': case 'security_admin': case 'audit_admin': return (await house.signIn({ role: who, center: null })).token
      default: return (await house.signIn({ role: who, center })).token
    }
  }

  /** One at each centre: every visit of a preview reads them all. */
  const products = new Map<string, string>()
  async function productAt(centerId: string): Promise<string> {
    const known = products.get(centerId)
    if (known) return known
    await house.lpr({ id: centerId })
    const { product } = await house.product(await house.bank({ center_id: centerId }))
    products.set(centerId, product.id)
    return product.id
  }

  /** One of each at each centre: there may be only so many. */
  const catalogues = new Map<string, { building: string; service: string }>()
  async function catalogueAt(centerId: string): Promise<{ building: string; service: string }> {
    const known = catalogues.get(centerId)
    if (known) return known
    const { building } = await house.one<{ building: string }>("insert into buildings (center_id, name, address, place) values ($1, '走查楼', '', 0) returning id as building", [centerId])
    const { service } = await house.one<{ service: string }>("insert into services (center_id, programme, name, summary, where_given, place) values ($1, 'red', '走查', '', '一楼', 0) returning id as service", [centerId])
    catalogues.set(centerId, { building, service })
    return { building, service }
  }

  async function objectsAt(centerId: string) {
    const activity = await house.activity({ center_id: centerId })
    const draft = await house.activity({ center_id: centerId, state: 'draft' })
    const owner = await house.signIn()
    const slug = centerId === house.center.id ? 'shangbai' : 'yunhai'
    const signUp = await owner.activities.signUp({ params: { center: slug, id: activity.id }, body: {} })
    const announcement = await house.announcement({ center_id: centerId })
    const published = await house.announcement({ center_id: centerId, published_at: house.clock.now() })
    const notice = await house.notice({ center_id: centerId, account_id: owner.accountId })
    const organization = await house.organization({ center_id: centerId })
    const catalogue = await catalogueAt(centerId)
    const firm = await house.firm({ center_id: centerId, building_id: catalogue.building })
    const product = await productAt(centerId)
    const member = await house.member({ center_id: centerId })
    await owner.bindings.askBinding({ params: { center: slug }, body: { kind: 'firm', name: '林禾', firm: '某某商贸', basis: 'authorization', consentVersion: '2026-12' } })
    const binding = await house.one<{ id: string }>('select b.id from bindings b join persons p on p.id = b.person_id where p.account_id = $1', [owner.accountId])
    const { id: grant } = await house.one<{ id: string }>('insert into grants (account_id, role, center_id) values ($1, $2, $3) returning id', [owner.accountId, 'center_staff', centerId])
    const { id: invitation } = await house.one<{ id: string }>(
      `insert into invitations (code_hash, role, center_id, issued_center_id, note, created_by, created_at, expires_at) values (sha256(uuidv7()::text::bytea), 'center_staff', $1, $1, '前台', $2, $3::timestamptz, $3::timestamptz + interval '7 days') returning id`,
      [centerId, owner.accountId, house.clock.now()],
    )
    return { activity: activity.id, draft: draft.id, signUp: signUp.id, notice: notice.id, announcement: announcement.id, published: published.id, code: house.center.code, organization: organization.id, grant, invitation, product, member: member.id, binding: binding.id, person: member.person_id, firm: firm.id, ...catalogue }
  }

  /** Beside the centre's staff. */
  const letInBesides: Partial<Record<Route['access'], readonly Who[]>> = { 'organization.readTree': ['branch_secretary'], 'organization.readMembers': ['branch_secretary'], 'transfer.readCases': ['branch_secretary'], 'accounts.manageGrants': ['security_admin'], 'audit.read': ['audit_admin'], 'financing.readVersions': ['bank_officer'], 'financing.readReferrals': ['bank_officer'] }

  function expected(access: Route['access'], who: Who, answer: number): number {
    if (access === 'public') return answer
    if (who === 'anonymous' || who === 'stale session') return 401
    if (access === 'signedIn') return answer
    if (access === 'centers.manageWorkdays' || access === 'centers.create') return who === 'system_admin' ? answer : 403
    if (access === 'audit.readPlatform') return who === 'audit_admin' ? answer : 403
    // The bank writes, the centre decides.
    if (access === 'financing.editProducts') return who === 'bank_officer' ? answer : 403
    if (who === 'own manager' || letInBesides[access]?.includes(who)) return answer
    return who === 'own staff' && !managerOnly.includes(access) ? answer : 403
  }

  test.each(routes)('$name', async ({ name, route }) => {
    const problems: string[] = []
    for (const who of everyone) {
      for (const place of ['own', 'elsewhere'] as const) {
        const visit = visits(await objectsAt(place === 'own' ? house.center.id : house.other.id))[name]
        if (!visit) throw new Error(`${name} has no visit: say here what each role gets from it`)
        if (place === 'elsewhere' && visit.answersElsewhere === undefined) continue
        const url = apiBase + fillPath(route.path, { center: 'shangbai', ...visit.params }) + (visit.query ?? '')
        const sent = visit.file ? { body: new Uint8Array(visit.file.bytes), headers: { 'content-type': visit.file.type } } : { body: route.method === 'GET' ? undefined : JSON.stringify(visit.body ?? {}) }
        const { status, headers } = await house.raw(route.method, url, { token: await tokenOf(who), ...sent })
        const wanted = visit.unlike?.[who] ?? expected(route.access, who, (place === 'own' ? visit.answers : visit.answersElsewhere) ?? 0)
        if (status !== wanted) problems.push(`${who}, ${place}: ${status} instead of ${wanted}`)
        if (headers.get('cache-control') !== 'no-store') problems.push(`${who}, ${place}: the answer may be kept`)
      }
    }
    expect(problems).toEqual([])
  })
})
