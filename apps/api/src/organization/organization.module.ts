import { Global, Module } from '@nestjs/common'
import { OrganizationController } from './organization.controller.js'
import { OrganizationService } from './organization.service.js'

@Global()
@Module({ controllers: [OrganizationController], providers: [OrganizationService] })
export class OrganizationModule {}
