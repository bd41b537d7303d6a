import { Body, Controller } from '@nestjs/common'
import { organizationRoutes as routes } from '@dangqun/contracts/organization/routes'
import { organizationSchemas as schemas } from '@dangqun/contracts/organization/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { OrganizationService } from './organization.service.js'

@Controller()
export class OrganizationController {
  constructor(private readonly organization: OrganizationService) {}

  @Implements(routes.getMyPerson, schemas.getMyPerson)
  getMyPerson(@InScope() scope: SignedInCenterScope) {
    return this.organization.getMyPerson(scope)
  }

  @Implements(routes.updateMyPerson, schemas.updateMyPerson)
  updateMyPerson(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<typeof schemas.updateMyPerson, 'body'>) {
    return this.organization.updateMyPerson(scope, body)
  }
}
