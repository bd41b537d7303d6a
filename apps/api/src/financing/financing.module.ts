import { Module } from '@nestjs/common'
import { FinancingBanksController } from './financing-banks.controller.js'
import { FinancingBanksService } from './financing-banks.service.js'
import { FinancingPaper } from './financing-paper.service.js'
import { FinancingProductsController } from './financing-products.controller.js'
import { FinancingProductsService } from './financing-products.service.js'
import { FinancingVersionsController } from './financing-versions.controller.js'
import { FinancingVersionsService } from './financing-versions.service.js'
import { FinancingController } from './financing.controller.js'
import { FinancingService } from './financing.service.js'

@Module({ controllers: [FinancingBanksController, FinancingController, FinancingProductsController, FinancingVersionsController], providers: [FinancingBanksService, FinancingPaper, FinancingService, FinancingProductsService, FinancingVersionsService], exports: [FinancingProductsService, FinancingVersionsService] })
export class FinancingModule {}
