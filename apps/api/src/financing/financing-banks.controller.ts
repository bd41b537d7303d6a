import { Body, Controller, Param } from '@nestjs/common'
import { financingBanksRoutes as routes } from '@dangqun/contracts/financing/banks/routes'
import { financingBanksSchemas as schemas } from '@dangqun/contracts/financing/banks/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingBanksService } from './financing-banks.service.js'

type Schemas = typeof schemas

@Controller()
export class FinancingBanksController {
  constructor(private readonly banks: FinancingBanksService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Param() _params: Parsed<Schemas['list'], 'params'>) {
    return this.banks.list(scope)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['create'], 'params'>, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.banks.create(scope, body)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['update'], 'params'>, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return this.banks.update(scope, id, body)
  }
}
