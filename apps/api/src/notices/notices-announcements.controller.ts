import { Body, Controller, Param, Query } from '@nestjs/common'
import { announcementsRoutes as routes } from '@dangqun/contracts/notices/announcements/routes'
import { announcementsSchemas as schemas } from '@dangqun/contracts/notices/announcements/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { AnnouncementsService } from './notices-announcements.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['get'], 'params'>

@Controller()
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.announcements.list(scope, query)
  }

  @Implements(routes.sizeOf, schemas.sizeOf)
  sizeOf(@InScope() scope: CenterScope, @Query() query: Parsed<typeof schemas.sizeOf, 'query'>) {
    return this.announcements.sizeOf(scope, query)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.announcements.create(scope, body)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: CenterScope, @Param() { id }: Params) {
    return this.announcements.get(scope, id)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return this.announcements.update(scope, id, body)
  }

  @Implements(routes.publish, schemas.publish)
  publish(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.announcements.act(scope, id, 'publish')
  }

  @Implements(routes.withdraw, schemas.withdraw)
  withdraw(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.announcements.act(scope, id, 'withdraw')
  }
}
