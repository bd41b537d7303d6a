import { Body, Controller, Param, Query } from '@nestjs/common'
import { grantsRoutes as routes } from '@dangqun/contracts/accounts/grants/routes'
import { grantsSchemas as schemas } from '@dangqun/contracts/accounts/grants/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { DetachedCenterScope, DetachedScope, SignedInCenterScope } from '../platform/http/scope.js'
import { GrantsService } from './accounts-grants.service.js'
import { InvitationsService } from './accounts-invitations.service.js'

type Object = Parsed<typeof schemas.revoke, 'params'>
type Code = Parsed<typeof schemas.checkInvitation, 'body'>

@Controller()
export class GrantsController {
  constructor(
    private readonly grants: GrantsService,
    private readonly invitations: InvitationsService,
  ) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<typeof schemas.list, 'query'>) {
    return this.grants.list(scope, query)
  }

  @Implements(routes.revoke, schemas.revoke)
  revoke(@InScope() scope: SignedInCenterScope, @Param() { id }: Object, @Body() body: Parsed<typeof schemas.revoke, 'body'>) {
    return this.grants.revoke(scope, id, body)
  }

  @Implements(routes.listInvitations, schemas.listInvitations)
  listInvitations(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<typeof schemas.listInvitations, 'query'>) {
    return this.grants.listInvitations(scope, query)
  }

  // Its answer must not be stored under an idempotency key: it holds the code.
  @Implements(routes.invite, schemas.invite, { detached: true })
  invite(@InScope() scope: DetachedCenterScope, @Body() body: Parsed<typeof schemas.invite, 'body'>) {
    return this.grants.invite(scope, body)
  }

  @Implements(routes.withdrawInvitation, schemas.withdrawInvitation)
  withdrawInvitation(@InScope() scope: SignedInCenterScope, @Param() { id }: Object) {
    return this.grants.withdraw(scope, id)
  }

  @Implements(routes.checkInvitation, schemas.checkInvitation, { detached: true })
  checkInvitation(@InScope() scope: DetachedScope, @Body() { code }: Code) {
    return this.invitations.check(scope, code)
  }

  @Implements(routes.acceptInvitation, schemas.acceptInvitation, { detached: true })
  acceptInvitation(@InScope() scope: DetachedScope, @Body() { code }: Code) {
    return this.invitations.accept(scope, code)
  }

  @Implements(routes.join, schemas.join, { detached: true })
  join(@InScope() scope: DetachedScope, @Body() body: Parsed<typeof schemas.join, 'body'>) {
    return this.invitations.join(scope, body)
  }
}
