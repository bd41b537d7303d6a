import { Global, Module } from '@nestjs/common'
import { Authenticator } from '../platform/http/doors.js'
import { AttemptsService } from './accounts-attempts.service.js'
import { PhoneController } from './accounts-phone.controller.js'
import { PhoneService } from './accounts-phone.service.js'
import { ConsentsController } from './accounts-consents.controller.js'
import { ConsentsService } from './accounts-consents.service.js'
import { GrantsController } from './accounts-grants.controller.js'
import { GrantsService } from './accounts-grants.service.js'
import { InvitationsService } from './accounts-invitations.service.js'
import { SandboxController } from './accounts-sandbox.controller.js'
import { SecondFactorService } from './accounts-second-factor.service.js'
import { SecurityController } from './accounts-security.controller.js'
import { SecurityService } from './accounts-security.service.js'
import { SessionService } from './accounts-session.service.js'
import { AccountsController } from './accounts.controller.js'
import { AccountsService } from './accounts.service.js'

@Global()
@Module({
  controllers: [AccountsController, ConsentsController, GrantsController, PhoneController, SandboxController, SecurityController],
  providers: [AccountsService, AttemptsService, ConsentsService, GrantsService, InvitationsService, PhoneService, SecondFactorService, SecurityService, SessionService, { provide: Authenticator, useExisting: SessionService }],
  exports: [Authenticator, AttemptsService, ConsentsService],
})
export class AccountsModule {}
