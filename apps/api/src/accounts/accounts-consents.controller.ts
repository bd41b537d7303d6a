import { Controller, Param } from '@nestjs/common'
import { consentsRoutes as routes } from '@dangqun/contracts/accounts/consents/routes'
import { consentsSchemas as schemas } from '@dangqun/contracts/accounts/consents/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInScope } from '../platform/http/scope.js'
import { ConsentsService } from './accounts-consents.service.js'

@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInScope) {
    return this.consents.list(scope)
  }

  @Implements(routes.withdraw, schemas.withdraw)
  withdraw(@InScope() scope: SignedInScope, @Param() { purpose }: Parsed<typeof schemas.withdraw, 'params'>) {
    return this.consents.withdraw(scope, purpose)
  }
}
