import { type DynamicModule, Global, Module, StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core'
import { GrantTargets } from '../accounts/accounts-targets.service.js'
import { AccountsModule } from '../accounts/accounts.module.js'
import { ActivitiesModule } from '../activities/activities.module.js'
import { HistoryDoors } from '../audit/audit-reading.service.js'
import { AuditModule } from '../audit/audit.module.js'
import { CentersModule } from '../centers/centers.module.js'
import { FinancingModule } from '../financing/financing.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { OrganizationModule } from '../organization/organization.module.js'
import { Clock } from '../platform/clock/clock.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { CryptoModule } from '../platform/crypto/crypto.module.js'
import { DatabaseModule } from '../platform/database/database.module.js'
import { FilesModule } from '../platform/files/files.module.js'
import { ErrorFilter } from '../platform/errors/error.filter.js'
import { AccessGuard } from '../platform/http/access.guard.js'
import { DocumentsController, OPENAPI } from '../platform/http/documents.controller.js'
import { IdempotencyJobs } from '../platform/http/idempotency.jobs.js'
import { openApiDocument } from '../platform/http/openapi.js'
import { UnitInterceptor } from '../platform/http/unit.interceptor.js'
import { validationPipe } from '../platform/http/validation.js'
import { Jobs } from '../platform/jobs/jobs.js'
import { OperationsController } from '../platform/operations/operations.controller.js'
import { WechatModule } from '../platform/wechat/wechat.module.js'
import { Audiences } from '../notices/notices-announcements.service.js'
import { HouseAudiences } from './audiences.js'
import { HouseHistoryDoors } from './history-doors.js'
import { TransferModule } from '../transfer/transfer.module.js'
import { apiBase, contracts } from './contracts.js'
import { HouseTargets } from './grant-targets.js'
import { PersonalCopyController } from './personal-copy.controller.js'
import { PersonalCopies } from './personal-copy.js'
import { Subscriptions } from './subscriptions.js'
import { Withdrawals } from './withdrawals.js'

@Global()
@Module({})
class PlatformModule {
  static for(config: Config, clock: Clock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: CONFIG, useValue: config }, { provide: Clock, useValue: clock }, Jobs],
      exports: [CONFIG, Clock, Jobs],
    }
  }
}

/** What a foundation slice asks of those that it does not know. */
@Global()
@Module({
  imports: [ActivitiesModule, FinancingModule],
  providers: [{ provide: Audiences, useClass: HouseAudiences }, { provide: HistoryDoors, useClass: HouseHistoryDoors }, { provide: GrantTargets, useClass: HouseTargets }],
  exports: [Audiences, HistoryDoors, GrantTargets],
})
class EdgeModule {}

@Module({
  imports: [DatabaseModule, CryptoModule, FilesModule, WechatModule, AuditModule, CentersModule, AccountsModule, OrganizationModule, NoticesModule, ActivitiesModule, TransferModule, FinancingModule, EdgeModule],
  controllers: [OperationsController, DocumentsController, PersonalCopyController],
  providers: [
    IdempotencyJobs,
    Subscriptions,
    Withdrawals,
    PersonalCopies,
    { provide: OPENAPI, useFactory: () => openApiDocument(contracts, apiBase) },
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    // The unit stands outside of the serializer: what it stores and sends is already the contract's.
    { provide: APP_INTERCEPTOR, useClass: UnitInterceptor },
    { provide: APP_INTERCEPTOR, inject: [Reflector], useFactory: (reflector: Reflector) => new StandardSchemaSerializerInterceptor(reflector) },
    { provide: APP_PIPE, useValue: validationPipe },
  ],
})
export class AppModule {
  static for(config: Config, clock = new Clock(), modules: Type[] = []): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.for(config, clock), ...modules] }
  }
}
