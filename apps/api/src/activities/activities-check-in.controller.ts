import { Body, Controller, Param, Query } from '@nestjs/common'
import { checkInsRoutes as routes } from '@dangqun/contracts/activities/check-in/routes'
import { checkInsSchemas as schemas } from '@dangqun/contracts/activities/check-in/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { CheckInService } from './activities-check-in.service.js'

type Schemas = typeof schemas
type ActivityParams = Parsed<Schemas['list'], 'params'>
type CheckInParams = Parsed<Schemas['undo'], 'params'>

@Controller()
export class CheckInController {
  constructor(private readonly checkIns: CheckInService) {}

  @Implements(routes.readRotatingCode, schemas.readRotatingCode)
  readRotatingCode(@InScope() scope: CenterScope, @Param() { id }: ActivityParams) {
    return this.checkIns.readRotatingCode(scope, id)
  }

  @Implements(routes.checkIn, schemas.checkIn)
  checkIn(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['checkIn'], 'body'>) {
    return this.checkIns.checkIn(scope, id, body)
  }

  @Implements(routes.sync, schemas.sync)
  sync(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['sync'], 'body'>) {
    return this.checkIns.sync(scope, id, body)
  }

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Param() { id }: ActivityParams, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.checkIns.list(scope, id, query)
  }

  @Implements(routes.findCandidates, schemas.findCandidates)
  findCandidates(@InScope() scope: CenterScope, @Param() { id }: ActivityParams, @Query() query: Parsed<Schemas['findCandidates'], 'query'>) {
    return this.checkIns.findCandidates(scope, id, query.q)
  }

  @Implements(routes.undo, schemas.undo)
  undo(@InScope() scope: SignedInCenterScope, @Param() { id, checkIn }: CheckInParams, @Body() body: Parsed<Schemas['undo'], 'body'>) {
    return this.checkIns.act(scope, id, checkIn, 'undo', body.reason)
  }

  @Implements(routes.confirm, schemas.confirm)
  confirm(@InScope() scope: SignedInCenterScope, @Param() { id, checkIn }: CheckInParams) {
    return this.checkIns.act(scope, id, checkIn, 'confirm')
  }
}
