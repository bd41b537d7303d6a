import { Body, Controller, Param } from '@nestjs/common'
import { codesRoutes as routes } from '@dangqun/contracts/centers/codes/routes'
import { codesSchemas as schemas } from '@dangqun/contracts/centers/codes/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, DetachedCenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { CodesService } from './centers-codes.service.js'

type Schemas = typeof schemas

@Controller()
export class CodesController {
  constructor(private readonly codes: CodesService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Param() _params: Parsed<Schemas['list'], 'params'>) {
    return this.codes.list(scope)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['create'], 'params'>, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.codes.create(scope, body)
  }

  @Implements(routes.retire, schemas.retire)
  retire(@InScope() scope: SignedInCenterScope, @Param() { code }: Parsed<Schemas['retire'], 'params'>) {
    return this.codes.retire(scope, code)
  }

  @Implements(routes.makePicture, schemas.makePicture, { detached: true })
  makePicture(@InScope() scope: DetachedCenterScope, @Param() { code }: Parsed<Schemas['makePicture'], 'params'>) {
    return this.codes.makePicture(scope, code)
  }
}
