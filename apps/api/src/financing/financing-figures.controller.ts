import { Controller, Query } from '@nestjs/common'
import { financingFiguresRoutes as routes } from '@dangqun/contracts/financing/figures/routes'
import { financingFiguresSchemas as schemas } from '@dangqun/contracts/financing/figures/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingFiguresService } from './financing-figures.service.js'

type Schemas = typeof schemas

@Controller()
export class FinancingFiguresController {
  constructor(private readonly figures: FinancingFiguresService) {}

  @Implements(routes.read, schemas.read)
  read(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['read'], 'query'>) {
    return this.figures.read(scope, query)
  }

  @Implements(routes.print, schemas.print)
  print(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['print'], 'query'>) {
    return this.figures.print(scope, query)
  }
}
