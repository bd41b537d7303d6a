import { Injectable } from '@nestjs/common'
import type { HistoryKind } from '@dangqun/contracts/audit/vocabulary'
import type { Permission } from '@dangqun/contracts/kit/access'
import { ActivityRow } from '../activities/activities.entity.js'
import { HistoryDoors } from '../audit/audit-reading.service.js'
import { FinancingVersionsService } from '../financing/financing-versions.service.js'
import { findAnnouncement } from '../notices/notices-announcements.queries.js'
import { findBinding } from '../organization/organization-bindings.queries.js'
import { firmExists } from '../organization/organization-firms.queries.js'
import { MembersService } from '../organization/organization-members.service.js'
import { findOrganization } from '../organization/organization-tree.queries.js'
import { holds, type SignedInCenterScope } from '../platform/http/scope.js'

/** What the pages ask for on which a history stands: who may open the details may read how they came about. */
const permissionFor: Record<HistoryKind, Permission> = {
  activity: 'activities.manage', member: 'organization.readMembers', binding: 'organization.manageBindings', organization: 'organization.readTree', firm: 'organization.manageFirms', announcement: 'notices.announce', loan: 'financing.readVersions', center: 'centers.readSettings',
}

/** Who may see a subject of which slice. */
@Injectable()
export class HouseHistoryDoors extends HistoryDoors {
  constructor(
    private readonly members: MembersService,
    private readonly versions: FinancingVersionsService,
  ) {
    super()
  }

  async maySee(scope: SignedInCenterScope, kind: HistoryKind, id: string): Promise<boolean> {
    const { manager, centerId, caller } = scope
    if (!holds(caller, permissionFor[kind], centerId)) return false
    switch (kind) {
      case 'activity': return manager.existsBy(ActivityRow, { centerId, id })
      case 'member': return this.members.isVisible(scope, id)
      case 'binding': return (await findBinding(manager, id)) !== null
      case 'organization': return (await findOrganization(manager, id)) !== null
      case 'firm': return firmExists(manager, id)
      case 'announcement': return (await findAnnouncement(manager, id)) !== null
      // A bank sees its own products only.
      case 'loan': return (await this.versions.list(scope, { productId: id, limit: 1 })).items.length > 0
      case 'center': return id === centerId
    }
  }
}
