import { Body, Controller } from '@nestjs/common'
import { accountsRoutes as routes } from '@dangqun/contracts/accounts/routes'
import { accountsSchemas as schemas } from '@dangqun/contracts/accounts/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { Caller, DetachedScope } from '../platform/http/scope.js'
import { PhoneService } from './accounts-phone.service.js'

@Controller()
export class PhoneController {
  constructor(private readonly phone: PhoneService) {}

  /** Waits for WeChat, so without a connection. */
  @Implements(routes.readPhone, schemas.readPhone, { detached: true })
  readPhone(@InScope() scope: DetachedScope & { caller: Caller }, @Body() { code }: Parsed<typeof schemas.readPhone, 'body'>) {
    return this.phone.read(scope, code)
  }
}
