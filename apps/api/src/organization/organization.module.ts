import { Global, Module } from '@nestjs/common'
import { GrantTargets } from '../accounts/accounts-targets.service.js'
import { MembersController } from './organization-members.controller.js'
import { MembersService } from './organization-members.service.js'
import { OrganizationTargets } from './organization-targets.service.js'
import { OrganizationTreeController } from './organization-tree.controller.js'
import { OrganizationTreeService } from './organization-tree.service.js'
import { OrganizationController } from './organization.controller.js'
import { OrganizationService } from './organization.service.js'

@Global()
@Module({
  controllers: [OrganizationController, OrganizationTreeController, MembersController],
  providers: [OrganizationService, OrganizationTreeService, MembersService, { provide: GrantTargets, useClass: OrganizationTargets }],
  exports: [OrganizationTreeService, GrantTargets],
})
export class OrganizationModule {}
