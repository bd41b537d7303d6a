import { Body, Controller } from '@nestjs/common'
import { accountsRoutes as routes } from '@dangqun/contracts/accounts/routes'
import { accountsSchemas as schemas } from '@dangqun/contracts/accounts/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { DetachedScope, SignedInScope } from '../platform/http/scope.js'
import { AccountsService } from './accounts.service.js'

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Implements(routes.loginByWechat, schemas.loginByWechat, { detached: true })
  loginByWechat(@InScope() scope: DetachedScope, @Body() body: Parsed<typeof schemas.loginByWechat, 'body'>) {
    return this.accounts.loginByWechat(scope, body.code)
  }

  @Implements(routes.loginToConsole, schemas.loginToConsole, { detached: true })
  loginToConsole(@InScope() scope: DetachedScope, @Body() body: Parsed<typeof schemas.loginToConsole, 'body'>) {
    return this.accounts.loginToConsole(scope, body)
  }

  @Implements(routes.logout, schemas.logout)
  logout(@InScope() scope: SignedInScope) {
    return this.accounts.logout(scope)
  }

  @Implements(routes.me, schemas.me)
  me(@InScope() scope: SignedInScope) {
    return this.accounts.me(scope)
  }

  @Implements(routes.giveConsent, schemas.giveConsent)
  giveConsent(@InScope() scope: SignedInScope, @Body() body: Parsed<typeof schemas.giveConsent, 'body'>) {
    return this.accounts.giveConsent(scope, body)
  }
}
