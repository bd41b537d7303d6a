import { Body, Controller, Param, Query } from '@nestjs/common'
import { noShowsRoutes as routes } from '@dangqun/contracts/activities/no-shows/routes'
import { noShowsSchemas as schemas } from '@dangqun/contracts/activities/no-shows/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { NoShowsService } from './activities-no-shows.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['waive'], 'params'>

@Controller()
export class NoShowsController {
  constructor(private readonly noShows: NoShowsService) {}

  @Implements(routes.mine, schemas.mine)
  mine(@InScope() scope: SignedInCenterScope) {
    return this.noShows.mine(scope)
  }

  @Implements(routes.appeal, schemas.appeal)
  appeal(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['appeal'], 'body'>) {
    return this.noShows.appeal(scope, body.text)
  }

  @Implements(routes.listPaused, schemas.listPaused)
  listPaused(@InScope() scope: CenterScope) {
    return this.noShows.listPaused(scope)
  }

  @Implements(routes.listAppeals, schemas.listAppeals)
  listAppeals(@InScope() scope: CenterScope, @Query() query: Parsed<Schemas['listAppeals'], 'query'>) {
    return this.noShows.listAppeals(scope, query)
  }

  @Implements(routes.grantAppeal, schemas.grantAppeal)
  grantAppeal(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['grantAppeal'], 'body'>) {
    return this.noShows.decide(scope, id, 'granted', body.answer)
  }

  @Implements(routes.refuseAppeal, schemas.refuseAppeal)
  refuseAppeal(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['refuseAppeal'], 'body'>) {
    return this.noShows.decide(scope, id, 'refused', body.answer)
  }

  @Implements(routes.waive, schemas.waive)
  waive(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['waive'], 'body'>) {
    return this.noShows.waive(scope, id, body.reason)
  }
}
