import { Body, Controller, Param, Query } from '@nestjs/common'
import { transferRoutes as routes } from '@dangqun/contracts/transfer/routes'
import { transferSchemas as schemas } from '@dangqun/contracts/transfer/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope } from '../platform/http/scope.js'
import { TransferActService } from './transfer-act.service.js'
import { TransferService } from './transfer.service.js'

type Schemas = typeof schemas
type Params = Parsed<Schemas['get'], 'params'>

@Controller()
export class TransferController {
  constructor(
    private readonly transfers: TransferService,
    private readonly acts: TransferActService,
  ) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.transfers.list(scope, query)
  }

  @Implements(routes.count, schemas.count)
  count(@InScope() scope: SignedInCenterScope) {
    return this.transfers.count(scope)
  }

  @Implements(routes.searchReceivers, schemas.searchReceivers)
  searchReceivers(@InScope() scope: SignedInCenterScope, @Query() { q }: Parsed<Schemas['searchReceivers'], 'query'>) {
    return this.transfers.searchReceivers(scope, q)
  }

  @Implements(routes.listBranches, schemas.listBranches)
  listBranches(@InScope() scope: SignedInCenterScope) {
    return this.transfers.listBranches(scope)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.transfers.create(scope, body)
  }

  @Implements(routes.register, schemas.register)
  register(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['register'], 'body'>) {
    return this.transfers.register(scope, body)
  }

  @Implements(routes.restricted, schemas.restricted)
  restricted(@InScope() scope: SignedInCenterScope) {
    return this.transfers.restricted(scope)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.transfers.get(scope, id)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return this.transfers.update(scope, id, body)
  }

  @Implements(routes.updateArchive, schemas.updateArchive)
  updateArchive(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['updateArchive'], 'body'>) {
    return this.transfers.updateArchive(scope, id, body)
  }

  @Implements(routes.fileOpinion, schemas.fileOpinion)
  fileOpinion(@InScope() scope: SignedInCenterScope, @Param() { id }: Params, @Body() body: Parsed<Schemas['fileOpinion'], 'body'>) {
    return this.transfers.fileOpinion(scope, id, body)
  }

  @Implements(routes.withdrawConsent, schemas.withdrawConsent)
  withdrawConsent(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.transfers.withdrawConsent(scope, id)
  }

  @Implements(routes.revealIdNumber, schemas.revealIdNumber)
  revealIdNumber(@InScope() scope: SignedInCenterScope, @Param() { id }: Params) {
    return this.transfers.revealIdNumber(scope, id)
  }

  @Implements(routes.act, schemas.act)
  act(@InScope() scope: SignedInCenterScope, @Param() { id, action }: Parsed<Schemas['act'], 'params'>, @Body() body: Parsed<Schemas['act'], 'body'>) {
    return this.acts.act(scope, id, action, body)
  }
}
