import { Controller, Param, Query } from '@nestjs/common'
import { centersRoutes as routes } from '@dangqun/contracts/centers/routes'
import { centersSchemas as schemas } from '@dangqun/contracts/centers/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, Scope } from '../platform/http/scope.js'
import { CentersService } from './centers.service.js'

@Controller()
export class CentersController {
  constructor(private readonly centers: CentersService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: Scope, @Query() query: Parsed<typeof schemas.list, 'query'>) {
    return this.centers.list(scope, query)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: CenterScope, @Param() _params: Parsed<typeof schemas.get, 'params'>) {
    return this.centers.get(scope)
  }

  @Implements(routes.readCode, schemas.readCode)
  readCode(@InScope() scope: Scope, @Param() params: Parsed<typeof schemas.readCode, 'params'>) {
    return this.centers.readCode(scope, params.scene)
  }
}
