import { Controller, Param, Query } from '@nestjs/common'
import { auditRoutes as routes } from '@dangqun/contracts/audit/routes'
import { auditSchemas as schemas } from '@dangqun/contracts/audit/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { SignedInCenterScope, SignedInScope } from '../platform/http/scope.js'
import { AuditChain } from './audit-chain.service.js'
import { AuditReading } from './audit-reading.service.js'
import { platformLedger } from './audit.queries.js'

@Controller()
export class AuditController {
  constructor(
    private readonly chains: AuditChain,
    private readonly reading: AuditReading,
  ) {}

  @Implements(routes.listFacts, schemas.listFacts)
  listFacts(@InScope() { manager }: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.listFacts, 'params'>, @Query() query: Parsed<typeof schemas.listFacts, 'query'>) {
    return this.reading.list(manager, query)
  }

  @Implements(routes.chain, schemas.chain)
  chain(@InScope() { manager }: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.chain, 'params'>) {
    return this.chains.state(manager)
  }

  @Implements(routes.verify, schemas.verify)
  verify(@InScope() { manager, centerId }: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.verify, 'params'>, @Query() { after }: Parsed<typeof schemas.verify, 'query'>) {
    return this.chains.verify(manager, centerId, after)
  }

  @Implements(routes.listPlatformFacts, schemas.listPlatformFacts)
  async listPlatformFacts(@InScope() { manager }: SignedInScope, @Query() query: Parsed<typeof schemas.listPlatformFacts, 'query'>) {
    await this.chains.openPlatform(manager)
    return this.reading.list(manager, query)
  }

  @Implements(routes.platformChain, schemas.platformChain)
  async platformChain(@InScope() { manager }: SignedInScope) {
    await this.chains.openPlatform(manager)
    return this.chains.state(manager)
  }

  @Implements(routes.verifyPlatform, schemas.verifyPlatform)
  async verifyPlatform(@InScope() { manager }: SignedInScope, @Query() { after }: Parsed<typeof schemas.verifyPlatform, 'query'>) {
    await this.chains.openPlatform(manager)
    return this.chains.verify(manager, platformLedger, after)
  }

  @Implements(routes.history, schemas.history)
  history(@InScope() scope: SignedInCenterScope, @Param() { kind, id }: Parsed<typeof schemas.history, 'params'>, @Query() query: Parsed<typeof schemas.history, 'query'>) {
    return this.reading.history(scope, kind, id, query)
  }
}
