import { Body, Controller, Param, Query } from '@nestjs/common'
import { financingReferralsRoutes as routes } from '@dangqun/contracts/financing/referrals/routes'
import { financingReferralsSchemas as schemas } from '@dangqun/contracts/financing/referrals/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingReferralsService } from './financing-referrals.service.js'

type Schemas = typeof schemas

@Controller()
export class FinancingReferralsController {
  constructor(private readonly referrals: FinancingReferralsService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.referrals.list(scope, query)
  }

  @Implements(routes.count, schemas.count)
  count(@InScope() scope: SignedInCenterScope) {
    return this.referrals.count(scope)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['get'], 'params'>) {
    return this.referrals.get(scope, id)
  }

  @Implements(routes.act, schemas.act)
  act(@InScope() scope: SignedInCenterScope, @Param() { id, action }: Parsed<Schemas['act'], 'params'>, @Body() body: Parsed<Schemas['act'], 'body'>) {
    return this.referrals.act(scope, id, action, body)
  }
}
