import { Body, Controller, Param, Query } from '@nestjs/common'
import { noticesRoutes as routes } from '@dangqun/contracts/notices/routes'
import { noticesSchemas as schemas } from '@dangqun/contracts/notices/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { PushService } from './notices-push.service.js'
import { NoticesService } from './notices.service.js'

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly pushes: PushService,
  ) {}

  @Implements(routes.listMine, schemas.listMine)
  listMine(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<typeof schemas.listMine, 'query'>) {
    return this.notices.listMine(scope, query)
  }

  @Implements(routes.countUnread, schemas.countUnread)
  countUnread(@InScope() scope: SignedInCenterScope) {
    return this.notices.countUnread(scope)
  }

  @Implements(routes.read, schemas.read)
  read(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<typeof schemas.read, 'params'>) {
    return this.notices.read(scope, id)
  }

  @Implements(routes.readAll, schemas.readAll)
  readAll(@InScope() scope: SignedInCenterScope, @Body() { until }: Parsed<typeof schemas.readAll, 'body'>) {
    return this.notices.readAll(scope, until)
  }

  @Implements(routes.listTopics, schemas.listTopics)
  listTopics(@InScope() scope: SignedInCenterScope) {
    return this.pushes.listTopics(scope)
  }

  @Implements(routes.allowPushes, schemas.allowPushes)
  allowPushes(@InScope() scope: SignedInCenterScope, @Body() { answers }: Parsed<typeof schemas.allowPushes, 'body'>) {
    return this.pushes.allow(scope, answers)
  }
}
