import { Body, Controller, Query } from '@nestjs/common'
import { organizationRoutes as routes } from '@dangqun/contracts/organization/routes'
import { organizationSchemas as schemas } from '@dangqun/contracts/organization/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { OrganizationService } from './organization.service.js'

@Controller()
export class OrganizationController {
  constructor(private readonly organization: OrganizationService) {}

  @Implements(routes.listFirms, schemas.listFirms)
  listFirms(@InScope() scope: CenterScope, @Query() query: Parsed<typeof schemas.listFirms, 'query'>) {
    return this.organization.listFirms(scope, query)
  }

  @Implements(routes.getMyPerson, schemas.getMyPerson)
  getMyPerson(@InScope() scope: SignedInCenterScope) {
    return this.organization.getMyPerson(scope)
  }

  @Implements(routes.updateMyPerson, schemas.updateMyPerson)
  updateMyPerson(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<typeof schemas.updateMyPerson, 'body'>) {
    return this.organization.updateMyPerson(scope, body)
  }
}
