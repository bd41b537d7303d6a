import { Controller, Inject } from '@nestjs/common'
import { accountsRoutes as routes } from '@dangqun/contracts/accounts/routes'
import { accountsSchemas as schemas, type Sandbox } from '@dangqun/contracts/accounts/schemas'
import { CONFIG, type Config } from '../platform/config/config.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { Implements } from '../platform/http/implements.js'
import { sandboxAnswer } from './accounts.factory.js'

@Controller()
export class SandboxController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws AppError `request.notFound` outside of the sandbox: there it does not exist */
  @Implements(routes.sandbox, schemas.sandbox)
  sandbox(): Sandbox {
    if (this.config.wechat.mode !== 'sandbox') throw refuseRequest('request.notFound')
    return sandboxAnswer()
  }
}
