import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { TransferActService } from './transfer-act.service.js'
import { TransferCaseService } from './transfer-case.service.js'
import { TransferPaper } from './transfer-paper.service.js'
import { TransferPapersController } from './transfer-papers.controller.js'
import { TransferPapersService } from './transfer-papers.service.js'
import { TransferPresenter } from './transfer-presenter.service.js'
import { TransferSlipService } from './transfer-slip.service.js'
import { TransferTwinService } from './transfer-twin.service.js'
import { TransferController } from './transfer.controller.js'
import { TransferRow } from './transfer.entity.js'
import { TransferJobs } from './transfer.jobs.js'
import { TransferService } from './transfer.service.js'

@Module({ imports: [TypeOrmModule.forFeature([TransferRow])], controllers: [TransferPapersController, TransferController], providers: [TransferService, TransferActService, TransferPresenter, TransferCaseService, TransferTwinService, TransferPaper, TransferPapersService, TransferSlipService, TransferJobs], exports: [TransferService] })
export class TransferModule {}
