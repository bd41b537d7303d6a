import { Body, Controller, Param } from '@nestjs/common'
import { securityRoutes as routes } from '@dangqun/contracts/accounts/security/routes'
import { securitySchemas as schemas } from '@dangqun/contracts/accounts/security/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { Caller, DetachedScope, SignedInScope } from '../platform/http/scope.js'
import { SecurityService } from './accounts-security.service.js'

type Own = DetachedScope & { caller: Caller }

@Controller()
export class SecurityController {
  constructor(private readonly security: SecurityService) {}

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: SignedInScope) {
    return this.security.get(scope)
  }

  @Implements(routes.listSessions, schemas.listSessions)
  listSessions(@InScope() scope: SignedInScope) {
    return this.security.listSessions(scope)
  }

  @Implements(routes.endSession, schemas.endSession)
  endSession(@InScope() scope: SignedInScope, @Param() { id }: Parsed<typeof schemas.endSession, 'params'>) {
    return this.security.endSession(scope, id)
  }

  @Implements(routes.changePassword, schemas.changePassword, { detached: true })
  changePassword(@InScope() scope: Own, @Body() body: Parsed<typeof schemas.changePassword, 'body'>) {
    return this.security.changePassword(scope, body)
  }

  @Implements(routes.startTotp, schemas.startTotp, { detached: true })
  startTotp(@InScope() scope: Own, @Body() { password }: Parsed<typeof schemas.startTotp, 'body'>) {
    return this.security.startTotp(scope, password)
  }

  @Implements(routes.confirmTotp, schemas.confirmTotp)
  confirmTotp(@InScope() scope: SignedInScope, @Body() { code }: Parsed<typeof schemas.confirmTotp, 'body'>) {
    return this.security.confirmTotp(scope, code)
  }

  @Implements(routes.removeTotp, schemas.removeTotp, { detached: true })
  removeTotp(@InScope() scope: Own, @Body() body: Parsed<typeof schemas.removeTotp, 'body'>) {
    return this.security.removeTotp(scope, body)
  }
}
