import { Global, Module } from '@nestjs/common'
import { OrganizationTreeController } from './organization-tree.controller.js'
import { OrganizationTreeService } from './organization-tree.service.js'
import { OrganizationController } from './organization.controller.js'
import { OrganizationService } from './organization.service.js'

@Global()
@Module({ controllers: [OrganizationController, OrganizationTreeController], providers: [OrganizationService, OrganizationTreeService], exports: [OrganizationTreeService] })
export class OrganizationModule {}
