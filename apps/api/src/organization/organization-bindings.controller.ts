import { Body, Controller, Param, Query } from '@nestjs/common'
import { bindingsRoutes as routes } from '@dangqun/contracts/organization/bindings/routes'
import { bindingsSchemas as schemas } from '@dangqun/contracts/organization/bindings/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { BindingsService } from './organization-bindings.service.js'
import { PersonsService } from './organization-persons.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['getBinding'], 'params'>

@Controller()
export class BindingsController {
  constructor(
    private readonly bindings: BindingsService,
    private readonly persons: PersonsService,
  ) {}

  @Implements(routes.askBinding, schemas.askBinding)
  ask(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['askBinding'], 'body'>) {
    return this.bindings.ask(scope, body)
  }

  @Implements(routes.listMyBindings, schemas.listMyBindings)
  listMine(@InScope() scope: SignedInCenterScope) {
    return this.bindings.listMine(scope)
  }

  @Implements(routes.withdrawBinding, schemas.withdrawBinding)
  withdraw(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.bindings.withdraw(scope, id)
  }

  @Implements(routes.listBindings, schemas.listBindings)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['listBindings'], 'query'>) {
    return this.bindings.list(scope, query)
  }

  @Implements(routes.getBinding, schemas.getBinding)
  get(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.bindings.get(scope, id)
  }

  @Implements(routes.confirmBinding, schemas.confirmBinding)
  confirm(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['confirmBinding'], 'body'>) {
    return this.bindings.confirm(scope, id, body)
  }

  @Implements(routes.refuseBinding, schemas.refuseBinding)
  refuse(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['refuseBinding'], 'body'>) {
    return this.bindings.refuse(scope, id, body)
  }

  @Implements(routes.endBinding, schemas.endBinding)
  end(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['endBinding'], 'body'>) {
    return this.bindings.end(scope, id, body)
  }

  @Implements(routes.listPersons, schemas.listPersons)
  listPersons(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['listPersons'], 'query'>) {
    return this.persons.list(scope, query)
  }

  @Implements(routes.readHoldings, schemas.readHoldings)
  readHoldings(@InScope() scope: SignedInCenterScope, @Param() { id }: Parsed<typeof schemas.readHoldings, 'params'>) {
    return this.persons.readHoldings(scope, id)
  }

  @Implements(routes.createPerson, schemas.createPerson)
  createPerson(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['createPerson'], 'body'>) {
    return this.persons.create(scope, body)
  }

  @Implements(routes.mergePerson, schemas.mergePerson)
  mergePerson(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['mergePerson'], 'body'>) {
    return this.persons.merge(scope, id, body)
  }

  @Implements(routes.correctBirthDate, schemas.correctBirthDate)
  correctBirthDate(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['correctBirthDate'], 'body'>) {
    return this.persons.correctBirthDate(scope, id, body)
  }
}
