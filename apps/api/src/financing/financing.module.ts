import { Module } from '@nestjs/common'
import { FinancingProductsController } from './financing-products.controller.js'
import { FinancingProductsService } from './financing-products.service.js'
import { FinancingController } from './financing.controller.js'
import { FinancingService } from './financing.service.js'

@Module({ controllers: [FinancingController, FinancingProductsController], providers: [FinancingService, FinancingProductsService] })
export class FinancingModule {}
