import { Body, Controller, Param } from '@nestjs/common'
import { financingRoutes as routes } from '@dangqun/contracts/financing/routes'
import { financingSchemas as schemas } from '@dangqun/contracts/financing/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { FinancingService } from './financing.service.js'

type Schemas = typeof schemas

@Controller()
export class FinancingController {
  constructor(private readonly financing: FinancingService) {}

  @Implements(routes.previewMatches, schemas.previewMatches)
  previewMatches(@InScope() scope: CenterScope, @Body() need: Parsed<Schemas['previewMatches'], 'body'>) {
    return this.financing.previewMatches(scope, need)
  }

  @Implements(routes.readCost, schemas.readCost)
  readCost(@InScope() scope: CenterScope, @Param() { id }: Parsed<Schemas['readCost'], 'params'>, @Body() body: Parsed<Schemas['readCost'], 'body'>) {
    return this.financing.readCost(scope, id, body)
  }

  @Implements(routes.printCost, schemas.printCost)
  printCost(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['printCost'], 'params'>, @Body() body: Parsed<Schemas['printCost'], 'body'>) {
    return this.financing.printCost(scope, id, body)
  }

  @Implements(routes.readDraftCost, schemas.readDraftCost)
  readDraftCost(@InScope() scope: CenterScope, @Body() body: Parsed<Schemas['readDraftCost'], 'body'>) {
    return this.financing.readDraftCost(scope, body)
  }

  @Implements(routes.listLprs, schemas.listLprs)
  listLprs(@InScope() scope: CenterScope) {
    return this.financing.listLprs(scope)
  }

  @Implements(routes.enterLpr, schemas.enterLpr)
  enterLpr(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['enterLpr'], 'body'>) {
    return this.financing.enterLpr(scope, body)
  }

  @Implements(routes.removeLpr, schemas.removeLpr)
  removeLpr(@InScope() scope: SignedInCenterScope, @Param() { publishedOn }: Parsed<Schemas['removeLpr'], 'params'>) {
    return this.financing.removeLpr(scope, publishedOn)
  }
}
