import { Body, Controller, Param, Query } from '@nestjs/common'
import { financingDemandsRoutes as routes } from '@dangqun/contracts/financing/demands/routes'
import { financingDemandsSchemas as schemas } from '@dangqun/contracts/financing/demands/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingDemandsService } from './financing-demands.service.js'
import { FinancingMatchingService } from './financing-matching.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['get'], 'params'>

@Controller()
export class FinancingDemandsController {
  constructor(
    private readonly demands: FinancingDemandsService,
    private readonly matching: FinancingMatchingService,
  ) {}

  @Implements(routes.listFirms, schemas.listFirms)
  listFirms(@InScope() scope: SignedInCenterScope) {
    return this.demands.listFirms(scope)
  }

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.demands.list(scope, query)
  }

  @Implements(routes.count, schemas.count)
  count(@InScope() scope: SignedInCenterScope) {
    return this.demands.count(scope)
  }

  @Implements(routes.rematch, schemas.rematch)
  rematch(@InScope() scope: SignedInCenterScope) {
    return this.matching.status(scope)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.demands.create(scope, body)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.demands.get(scope, id)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return this.demands.update(scope, id, body)
  }

  @Implements(routes.matches, schemas.matches)
  matches(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.demands.matches(scope, id)
  }

  @Implements(routes.recordCall, schemas.recordCall)
  recordCall(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['recordCall'], 'body'>) {
    return this.demands.recordCall(scope, id, body)
  }

  @Implements(routes.act, schemas.act)
  act(@InScope() scope: SignedInCenterScope, @Param() { id, action }: Parsed<Schemas['act'], 'params'>, @Body() body: Parsed<Schemas['act'], 'body'>) {
    return this.demands.act(scope, id, action, body)
  }
}
