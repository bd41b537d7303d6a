import { Global, Module } from '@nestjs/common'
import { BindingsController } from './organization-bindings.controller.js'
import { BindingsService } from './organization-bindings.service.js'
import { FirmsController } from './organization-firms.controller.js'
import { FirmsService } from './organization-firms.service.js'
import { MembersController } from './organization-members.controller.js'
import { MembersService } from './organization-members.service.js'
import { PersonsService } from './organization-persons.service.js'
import { OrganizationTargets } from './organization-targets.service.js'
import { OrganizationTreeController } from './organization-tree.controller.js'
import { OrganizationTreeService } from './organization-tree.service.js'
import { OrganizationController } from './organization.controller.js'
import { OrganizationService } from './organization.service.js'

@Global()
@Module({
  controllers: [OrganizationController, OrganizationTreeController, MembersController, BindingsController, FirmsController],
  providers: [OrganizationService, OrganizationTreeService, MembersService, BindingsService, PersonsService, FirmsService, OrganizationTargets],
  exports: [OrganizationService, OrganizationTreeService, MembersService, BindingsService, OrganizationTargets],
})
export class OrganizationModule {}
