import { Body, Controller, Module, Param } from '@nestjs/common'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { activitiesSchemas } from '@dangqun/contracts/activities/schemas'
import { v7 as uuidv7 } from 'uuid'
import { ActivityRow, SignUpRow } from '../src/activities/activities.entity.js'
import { findMySignUp, toSignUp } from '../src/activities/activities-sign-up.queries.js'
import { admit, signUpBlock } from '../src/activities/activities.rules.js'
import { createApp } from '../src/app/create-app.js'
import { Audit } from '../src/audit/audit.service.js'
import { savePerson } from '../src/organization/organization.queries.js'
import { readConfig } from '../src/platform/config/config.js'
import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { organizationSchemas } from '@dangqun/contracts/organization/schemas'
import { Implements, InScope, type Parsed } from '../src/platform/http/implements.js'
import type { DetachedCenterScope, SignedInCenterScope } from '../src/platform/http/scope.js'

const { signUp } = activitiesRoutes
const locked = { ...signUp, path: `${signUp.path}-locked` as const }
const { updateMyPerson } = organizationRoutes
const audited = { ...updateMyPerson, path: `${updateMyPerson.path}/audited` as const }
const unaudited = { ...updateMyPerson, path: `${updateMyPerson.path}/unaudited` as const }
const empty = { ...signUp, path: `${signUp.path}-empty` as const }
type Params = Parsed<typeof activitiesSchemas.signUp, 'params'>

/** What the shipped sign-up is compared with, on the very same stack. */
@Controller()
class BenchController {
  constructor(private readonly audit: Audit) {}

  /** The same decision, one transaction per request: BEGIN … FOR UPDATE … COMMIT. */
  @Implements(locked, activitiesSchemas.signUp)
  async locked(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    const { manager, centerId, caller, now } = scope
    const activity = await manager.findOneOrFail(ActivityRow, { where: { centerId, id }, lock: { mode: 'pessimistic_write' } })
    const standing = await findMySignUp(manager, id, caller.accountId, now)
    if (standing) return toSignUp(standing, activity, now)
    if (signUpBlock(activity, now)) throw new Error('not open')
    const person = await savePerson(manager, caller.accountId, null)
    const { seats, placements } = admit(activity, 1)
    const [placement] = placements
    if (!placement) throw new Error('no placement')
    const row = { centerId, id: uuidv7(), activityId: id, personId: person.id, number: placement.number, state: placement.state, ticket: uuidv7(), offerUntil: null, createdAt: now, changedAt: now }
    await manager.insert(SignUpRow, row)
    await manager.update(ActivityRow, { centerId, id }, { taken: seats.taken, waiting: seats.waiting, lastNumber: seats.lastNumber })
    await this.audit.record(scope, { fact: 'activities.signedUp', subjectId: row.id, data: { activityId: id, state: row.state } })
    return toSignUp({ ...row, checkedInAt: null, rank: placement.position }, activity, now)
  }

  /** One row changed, and the fact of it. */
  @Implements(audited, organizationSchemas.updateMyPerson)
  async audited(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<typeof organizationSchemas.updateMyPerson, 'params'>, @Body() { name }: Parsed<typeof organizationSchemas.updateMyPerson, 'body'>) {
    const { id } = await savePerson(scope.manager, scope.caller.accountId, name ?? null)
    await this.audit.record(scope, { fact: 'organization.personUpdated', subjectId: id, data: { fields: ['name'] } })
    return { name: name ?? null, phone: null }
  }

  /** The same without. */
  @Implements(unaudited, organizationSchemas.updateMyPerson)
  async unaudited(@InScope() { manager, caller }: SignedInCenterScope, @Param() _params: Parsed<typeof organizationSchemas.updateMyPerson, 'params'>, @Body() { name }: Parsed<typeof organizationSchemas.updateMyPerson, 'body'>) {
    await savePerson(manager, caller.accountId, name ?? null)
    return { name: name ?? null, phone: null }
  }

  /** The same checks of path, body and session, and no work: what HTTP itself allows. */
  @Implements(empty, activitiesSchemas.signUp, { detached: true })
  empty(@InScope() scope: DetachedCenterScope, @Param() { id }: Params, @Body() _body: object) {
    return JSON.stringify({ id, activityId: id, state: 'confirmed', position: null, ticket: scope.caller.accountId, createdAt: '2026-12-01T10:00:00.000+08:00', allowedActions: ['cancel'] })
  }
}

@Module({ controllers: [BenchController] })
class BenchModule {}

const config = readConfig(process.env)
const app = await createApp(config, { modules: [BenchModule] })
await app.listen(config.port, '127.0.0.1')
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)))
// The driver asks for this at the end: what the process holds after all the load.
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }))
