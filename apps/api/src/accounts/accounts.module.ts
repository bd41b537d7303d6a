import { Global, Module } from '@nestjs/common'
import { Authenticator } from '../platform/http/doors.js'
import { SandboxController } from './accounts-sandbox.controller.js'
import { SessionService } from './accounts-session.service.js'
import { AccountsController } from './accounts.controller.js'
import { AccountsService } from './accounts.service.js'

@Global()
@Module({
  controllers: [AccountsController, SandboxController],
  providers: [AccountsService, SessionService, { provide: Authenticator, useExisting: SessionService }],
  exports: [Authenticator],
})
export class AccountsModule {}
