import { Body, Controller, Param } from '@nestjs/common'
import { centersCatalogueRoutes as routes } from '@dangqun/contracts/centers/catalogue/routes'
import { centersCatalogueSchemas as schemas } from '@dangqun/contracts/centers/catalogue/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { CatalogueService } from './centers-catalogue.service.js'

type Schemas = typeof schemas

@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Implements(routes.listBuildings, schemas.listBuildings)
  listBuildings(@InScope() scope: CenterScope, @Param() _params: Parsed<Schemas['listBuildings'], 'params'>) {
    return this.catalogue.listBuildings(scope)
  }

  @Implements(routes.createBuilding, schemas.createBuilding)
  createBuilding(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['createBuilding'], 'params'>, @Body() body: Parsed<Schemas['createBuilding'], 'body'>) {
    return this.catalogue.createBuilding(scope, body)
  }

  @Implements(routes.updateBuilding, schemas.updateBuilding)
  updateBuilding(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['updateBuilding'], 'params'>, @Body() body: Parsed<Schemas['updateBuilding'], 'body'>) {
    return this.catalogue.updateBuilding(scope, id, body)
  }

  @Implements(routes.orderBuildings, schemas.orderBuildings)
  orderBuildings(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['orderBuildings'], 'params'>, @Body() body: Parsed<Schemas['orderBuildings'], 'body'>) {
    return this.catalogue.orderBuildings(scope, body)
  }

  @Implements(routes.listServices, schemas.listServices)
  listServices(@InScope() scope: CenterScope, @Param() _params: Parsed<Schemas['listServices'], 'params'>) {
    return this.catalogue.listServices(scope)
  }

  @Implements(routes.createService, schemas.createService)
  createService(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['createService'], 'params'>, @Body() body: Parsed<Schemas['createService'], 'body'>) {
    return this.catalogue.createService(scope, body)
  }

  @Implements(routes.updateService, schemas.updateService)
  updateService(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<Schemas['updateService'], 'params'>, @Body() body: Parsed<Schemas['updateService'], 'body'>) {
    return this.catalogue.updateService(scope, id, body)
  }

  @Implements(routes.orderServices, schemas.orderServices)
  orderServices(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<Schemas['orderServices'], 'params'>, @Body() body: Parsed<Schemas['orderServices'], 'body'>) {
    return this.catalogue.orderServices(scope, body)
  }
}
