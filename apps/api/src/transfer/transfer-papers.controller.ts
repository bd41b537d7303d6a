import { Body, Controller, Param, Query } from '@nestjs/common'
import { transferPapersRoutes as routes } from '@dangqun/contracts/transfer/papers/routes'
import { transferPapersSchemas as schemas } from '@dangqun/contracts/transfer/papers/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { Scope, SignedInCenterScope } from '../platform/http/scope.js'
import { TransferPapersService } from './transfer-papers.service.js'
import { TransferSlipService } from './transfer-slip.service.js'

type Schemas = typeof schemas
type OfPrinter = Parsed<Schemas['testPrint'], 'params'>
type OfCase = Parsed<Schemas['printSlip'], 'params'>

@Controller()
export class TransferPapersController {
  constructor(
    private readonly papers: TransferPapersService,
    private readonly slips: TransferSlipService,
  ) {}

  @Implements(routes.listPrinters, schemas.listPrinters)
  listPrinters(@InScope() scope: SignedInCenterScope) {
    return this.papers.listPrinters(scope)
  }

  @Implements(routes.savePrinter, schemas.savePrinter)
  savePrinter(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['savePrinter'], 'body'>) {
    return this.papers.savePrinter(scope, body)
  }

  @Implements(routes.removePrinter, schemas.removePrinter)
  removePrinter(@InScope() scope: SignedInCenterScope, @Param() { printer }: OfPrinter) {
    return this.papers.removePrinter(scope, printer)
  }

  @Implements(routes.testPrint, schemas.testPrint)
  testPrint(@InScope() scope: SignedInCenterScope, @Param() { printer }: OfPrinter) {
    return this.papers.testPrint(scope, printer)
  }

  @Implements(routes.printLetter, schemas.printLetter)
  printLetter(@InScope() scope: SignedInCenterScope, @Param() { id }: OfCase, @Query() { printer }: Parsed<Schemas['printLetter'], 'query'>) {
    return this.papers.printLetter(scope, id, printer)
  }

  @Implements(routes.issueSlip, schemas.issueSlip)
  issueSlip(@InScope() scope: SignedInCenterScope, @Param() { id }: OfCase) {
    return this.slips.issue(scope, id)
  }

  @Implements(routes.printSlip, schemas.printSlip)
  printSlip(@InScope() scope: SignedInCenterScope, @Param() { id }: OfCase) {
    return this.slips.print(scope, id)
  }

  @Implements(routes.checkSlip, schemas.checkSlip)
  checkSlip(@InScope() scope: Scope, @Param() { code }: Parsed<Schemas['checkSlip'], 'params'>) {
    return this.slips.check(scope, code)
  }
}
