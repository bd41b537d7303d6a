import { Body, Controller, Param, Query } from '@nestjs/common'
import { membersRoutes as routes } from '@dangqun/contracts/organization/members/routes'
import { membersSchemas as schemas } from '@dangqun/contracts/organization/members/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { MembersService } from './organization-members.service.js'

type Schemas = typeof schemas
type MemberParams = Parsed<Schemas['getMember'], 'params'>

@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Implements(routes.listMembers, schemas.listMembers)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['listMembers'], 'query'>) {
    return this.members.list(scope, query)
  }

  @Implements(routes.getMember, schemas.getMember)
  get(@InScope() scope: SignedInCenterScope, @Param() { id }: MemberParams) {
    return this.members.get(scope, id)
  }

  @Implements(routes.createMember, schemas.createMember)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['createMember'], 'body'>) {
    return this.members.create(scope, body)
  }

  @Implements(routes.updateMember, schemas.updateMember)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: MemberParams, @Body() body: Parsed<Schemas['updateMember'], 'body'>) {
    return this.members.update(scope, id, body)
  }

  @Implements(routes.endMember, schemas.endMember)
  end(@InScope() scope: SignedInCenterScope, @Param() { id }: MemberParams, @Body() body: Parsed<Schemas['endMember'], 'body'>) {
    return this.members.end(scope, id, body)
  }
}
