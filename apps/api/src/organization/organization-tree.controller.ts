import { Body, Controller, Param, Query } from '@nestjs/common'
import { organizationTreeRoutes as routes } from '@dangqun/contracts/organization/tree/routes'
import { organizationTreeSchemas as schemas } from '@dangqun/contracts/organization/tree/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { OrganizationTreeService } from './organization-tree.service.js'

type Schemas = typeof schemas
type NodeParams = Parsed<Schemas['getOrganization'], 'params'>

@Controller()
export class OrganizationTreeController {
  constructor(private readonly tree: OrganizationTreeService) {}

  @Implements(routes.readPublicTree, schemas.readPublicTree)
  readPublicTree(@InScope() scope: CenterScope) {
    return this.tree.readPublicTree(scope)
  }

  @Implements(routes.readTree, schemas.readTree)
  readTree(@InScope() scope: CenterScope) {
    return this.tree.readTree(scope)
  }

  @Implements(routes.listOrganizations, schemas.listOrganizations)
  list(@InScope() scope: CenterScope, @Query() query: Parsed<Schemas['listOrganizations'], 'query'>) {
    return this.tree.list(scope, query)
  }

  @Implements(routes.getOrganization, schemas.getOrganization)
  get(@InScope() scope: CenterScope, @Param() { id }: NodeParams) {
    return this.tree.get(scope, id)
  }

  @Implements(routes.createOrganization, schemas.createOrganization)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['createOrganization'], 'body'>) {
    return this.tree.create(scope, body)
  }

  @Implements(routes.updateOrganization, schemas.updateOrganization)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: NodeParams, @Body() body: Parsed<Schemas['updateOrganization'], 'body'>) {
    return this.tree.update(scope, id, body)
  }

  @Implements(routes.moveOrganization, schemas.moveOrganization)
  move(@InScope() scope: SignedInCenterScope, @Param() { id }: NodeParams, @Body() body: Parsed<Schemas['moveOrganization'], 'body'>) {
    return this.tree.move(scope, id, body)
  }

  @Implements(routes.dissolveOrganization, schemas.dissolveOrganization)
  dissolve(@InScope() scope: SignedInCenterScope, @Param() { id }: NodeParams, @Body() body: Parsed<Schemas['dissolveOrganization'], 'body'>) {
    return this.tree.dissolve(scope, id, body)
  }
}
