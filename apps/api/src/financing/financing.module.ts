import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FinancingBanksController } from './financing-banks.controller.js'
import { FinancingBanksService } from './financing-banks.service.js'
import { FinancingCaseService } from './financing-case.service.js'
import { FinancingDemandsController } from './financing-demands.controller.js'
import { DemandRow } from './financing-demands.entity.js'
import { FinancingDemandsService } from './financing-demands.service.js'
import { FinancingFiguresController } from './financing-figures.controller.js'
import { FinancingFiguresService } from './financing-figures.service.js'
import { FinancingMatchingService } from './financing-matching.service.js'
import { FinancingOpeningService } from './financing-opening.service.js'
import { FinancingPaper } from './financing-paper.service.js'
import { FinancingPersonService } from './financing-person.service.js'
import { FinancingProductsController } from './financing-products.controller.js'
import { FinancingProductsService } from './financing-products.service.js'
import { FinancingReferralPresenter } from './financing-referral-presenter.service.js'
import { FinancingReferralsController } from './financing-referrals.controller.js'
import { ReferralRow } from './financing-referrals.entity.js'
import { FinancingReferralsService } from './financing-referrals.service.js'
import { FinancingRematchJobs } from './financing-rematch.jobs.js'
import { FinancingReportPaper } from './financing-report.service.js'
import { FinancingVersionsController } from './financing-versions.controller.js'
import { FinancingVersionsService } from './financing-versions.service.js'
import { FinancingController } from './financing.controller.js'
import { FinancingJobs } from './financing.jobs.js'
import { FinancingService } from './financing.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([DemandRow, ReferralRow])],
  controllers: [FinancingBanksController, FinancingController, FinancingProductsController, FinancingVersionsController, FinancingDemandsController, FinancingReferralsController, FinancingFiguresController],
  providers: [
    FinancingBanksService, FinancingPaper, FinancingService, FinancingProductsService, FinancingVersionsService, FinancingMatchingService, FinancingCaseService, FinancingOpeningService, FinancingDemandsService,
    FinancingReferralPresenter, FinancingReferralsService, FinancingJobs, FinancingRematchJobs, FinancingFiguresService, FinancingReportPaper, FinancingPersonService,
  ],
  exports: [FinancingProductsService, FinancingVersionsService, FinancingPersonService],
})
export class FinancingModule {}
