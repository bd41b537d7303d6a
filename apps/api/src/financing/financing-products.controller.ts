import { Controller, Param, Query } from '@nestjs/common'
import { financingProductsRoutes as routes } from '@dangqun/contracts/financing/products/routes'
import { financingProductsSchemas as schemas } from '@dangqun/contracts/financing/products/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope } from '../platform/http/scope.js'
import { FinancingProductsService } from './financing-products.service.js'

type Schemas = typeof schemas

@Controller()
export class FinancingProductsController {
  constructor(private readonly products: FinancingProductsService) {}

  @Implements(routes.listBanks, schemas.listBanks)
  listBanks(@InScope() scope: CenterScope) {
    return this.products.listBanks(scope)
  }

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.products.list(scope, query)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: CenterScope, @Param() { id }: Parsed<Schemas['get'], 'params'>) {
    return this.products.get(scope, id)
  }
}
