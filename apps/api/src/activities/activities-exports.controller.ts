import { Body, Controller, Param, Query } from '@nestjs/common'
import { exportsRoutes as routes } from '@dangqun/contracts/activities/exports/routes'
import { exportsSchemas as schemas } from '@dangqun/contracts/activities/exports/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { ExportsService } from './activities-exports.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['approve'], 'params'>

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Implements(routes.ask, schemas.ask)
  ask(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['ask'], 'body'>) {
    return this.exports.ask(scope, id, body)
  }

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.exports.list(scope, query)
  }

  @Implements(routes.approve, schemas.approve)
  approve(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() { note }: Parsed<Schemas['approve'], 'body'>) {
    return this.exports.decide(scope, id, 'approve', note)
  }

  @Implements(routes.refuse, schemas.refuse)
  refuse(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() { note }: Parsed<Schemas['refuse'], 'body'>) {
    return this.exports.decide(scope, id, 'refuse', note)
  }

  @Implements(routes.take, schemas.take)
  take(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.exports.take(scope, id)
  }
}
