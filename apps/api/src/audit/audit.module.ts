import { Global, Module } from '@nestjs/common'
import { AuditChain } from './audit-chain.service.js'
import { AuditReading } from './audit-reading.service.js'
import { AuditController } from './audit.controller.js'
import { AuditJobs } from './audit.jobs.js'
import { Audit } from './audit.service.js'

@Global()
@Module({ controllers: [AuditController], providers: [Audit, AuditChain, AuditReading, AuditJobs], exports: [Audit, AuditChain] })
export class AuditModule {}
