import { Body, Controller, Param, Query } from '@nestjs/common'
import { financingVersionsRoutes as routes } from '@dangqun/contracts/financing/versions/routes'
import { financingVersionsSchemas as schemas } from '@dangqun/contracts/financing/versions/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingVersionsService } from './financing-versions.service.js'

type Schemas = typeof schemas
type Named = Parsed<Schemas['get'], 'params'>

@Controller()
export class FinancingVersionsController {
  constructor(private readonly versions: FinancingVersionsService) {}

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.versions.create(scope, body)
  }

  @Implements(routes.renew, schemas.renew)
  renew(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['renew'], 'params'>) {
    return this.versions.renew(scope, id)
  }

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.versions.list(scope, query)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: SignedInCenterScope, @Param() params: Named) {
    return this.versions.get(scope, params)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() params: Named, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return this.versions.update(scope, params, body)
  }

  @Implements(routes.submit, schemas.submit)
  submit(@InScope() scope: SignedInCenterScope, @Param() params: Named) {
    return this.versions.act(scope, params, 'submit')
  }

  @Implements(routes.approve, schemas.approve)
  approve(@InScope() scope: SignedInCenterScope, @Param() params: Named) {
    return this.versions.act(scope, params, 'approve')
  }

  @Implements(routes.return, schemas.return)
  return(@InScope() scope: SignedInCenterScope, @Param() params: Named, @Body() { note }: Parsed<Schemas['return'], 'body'>) {
    return this.versions.act(scope, params, 'return', note)
  }

  @Implements(routes.withdraw, schemas.withdraw)
  withdraw(@InScope() scope: SignedInCenterScope, @Param() params: Named, @Body() { note }: Parsed<Schemas['withdraw'], 'body'>) {
    return this.versions.act(scope, params, 'withdraw', note)
  }
}
