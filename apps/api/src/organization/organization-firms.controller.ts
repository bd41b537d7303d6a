import { Body, Controller, Param, Query } from '@nestjs/common'
import { firmsRoutes as routes } from '@dangqun/contracts/organization/firms/routes'
import { firmsSchemas as schemas } from '@dangqun/contracts/organization/firms/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { FirmsService } from './organization-firms.service.js'

@Controller()
export class FirmsController {
  constructor(private readonly firms: FirmsService) {}

  @Implements(routes.listFirms, schemas.listFirms)
  list(@InScope() scope: CenterScope, @Query() query: Parsed<typeof schemas.listFirms, 'query'>) {
    return this.firms.list(scope, query)
  }

  @Implements(routes.listFirmTags, schemas.listFirmTags)
  listTags(@InScope() scope: CenterScope) {
    return this.firms.listTags(scope)
  }

  @Implements(routes.readCoverage, schemas.readCoverage)
  readCoverage(@InScope() scope: CenterScope) {
    return this.firms.readCoverage(scope)
  }

  @Implements(routes.getFirm, schemas.getFirm)
  get(@InScope() scope: CenterScope, @Param() { id }: Parsed<typeof schemas.getFirm, 'params'>) {
    return this.firms.get(scope, id)
  }

  @Implements(routes.createFirm, schemas.createFirm)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<typeof schemas.createFirm, 'body'>) {
    return this.firms.create(scope, body)
  }

  @Implements(routes.updateFirm, schemas.updateFirm)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<typeof schemas.updateFirm, 'params'>, @Body() body: Parsed<typeof schemas.updateFirm, 'body'>) {
    return this.firms.update(scope, id, body)
  }

  @Implements(routes.tagFirms, schemas.tagFirms)
  tag(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<typeof schemas.tagFirms, 'body'>) {
    return this.firms.tag(scope, body)
  }
}
