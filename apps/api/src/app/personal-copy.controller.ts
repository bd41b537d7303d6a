import { Controller } from '@nestjs/common'
import { consentsRoutes as routes } from '@dangqun/contracts/accounts/consents/routes'
import { consentsSchemas as schemas, type PersonalCopy, type PersonalTable } from '@dangqun/contracts/accounts/consents/schemas'
import { Implements, InScope } from '../platform/http/implements.js'
import type { Caller, DetachedScope } from '../platform/http/scope.js'
import { tableOf } from './personal-copy.rules.js'
import { PersonalCopies } from './personal-copy.js'

type Own = DetachedScope & { caller: Caller }

@Controller()
export class PersonalCopyController {
  constructor(private readonly copies: PersonalCopies) {}

  @Implements(routes.exportMine, schemas.exportMine, { detached: true })
  exportMine(@InScope() scope: Own): Promise<PersonalCopy> {
    return this.copies.copy(scope)
  }

  @Implements(routes.exportMyTable, schemas.exportMyTable, { detached: true })
  async exportMyTable(@InScope() scope: Own): Promise<PersonalTable> {
    const copy = await this.copies.copy(scope)
    return { exportedAt: copy.exportedAt, csv: tableOf(copy) }
  }
}
