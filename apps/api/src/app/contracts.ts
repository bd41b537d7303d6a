import { consentsRoutes } from '@dangqun/contracts/accounts/consents/routes'
import { consentsSchemas } from '@dangqun/contracts/accounts/consents/schemas'
import { grantsRoutes } from '@dangqun/contracts/accounts/grants/routes'
import { grantsSchemas } from '@dangqun/contracts/accounts/grants/schemas'
import { securityRoutes } from '@dangqun/contracts/accounts/security/routes'
import { securitySchemas } from '@dangqun/contracts/accounts/security/schemas'
import { accountsRoutes } from '@dangqun/contracts/accounts/routes'
import { accountsSchemas } from '@dangqun/contracts/accounts/schemas'
import { checkInsRoutes } from '@dangqun/contracts/activities/check-in/routes'
import { checkInsSchemas } from '@dangqun/contracts/activities/check-in/schemas'
import { activitiesRoutes } from '@dangqun/contracts/activities/routes'
import { activitiesSchemas } from '@dangqun/contracts/activities/schemas'
import { exportsRoutes } from '@dangqun/contracts/activities/exports/routes'
import { exportsSchemas } from '@dangqun/contracts/activities/exports/schemas'
import { noShowsRoutes } from '@dangqun/contracts/activities/no-shows/routes'
import { noShowsSchemas } from '@dangqun/contracts/activities/no-shows/schemas'
import { auditRoutes } from '@dangqun/contracts/audit/routes'
import { auditSchemas } from '@dangqun/contracts/audit/schemas'
import { codesRoutes } from '@dangqun/contracts/centers/codes/routes'
import { codesSchemas } from '@dangqun/contracts/centers/codes/schemas'
import { centersCatalogueRoutes } from '@dangqun/contracts/centers/catalogue/routes'
import { centersCatalogueSchemas } from '@dangqun/contracts/centers/catalogue/schemas'
import { centersRoutes } from '@dangqun/contracts/centers/routes'
import { centersSchemas } from '@dangqun/contracts/centers/schemas'
import { financingBanksRoutes } from '@dangqun/contracts/financing/banks/routes'
import { financingBanksSchemas } from '@dangqun/contracts/financing/banks/schemas'
import { financingDemandsRoutes } from '@dangqun/contracts/financing/demands/routes'
import { financingDemandsSchemas } from '@dangqun/contracts/financing/demands/schemas'
import { financingFiguresRoutes } from '@dangqun/contracts/financing/figures/routes'
import { financingFiguresSchemas } from '@dangqun/contracts/financing/figures/schemas'
import { financingProductsRoutes } from '@dangqun/contracts/financing/products/routes'
import { financingProductsSchemas } from '@dangqun/contracts/financing/products/schemas'
import { financingReferralsRoutes } from '@dangqun/contracts/financing/referrals/routes'
import { financingReferralsSchemas } from '@dangqun/contracts/financing/referrals/schemas'
import { financingVersionsRoutes } from '@dangqun/contracts/financing/versions/routes'
import { financingVersionsSchemas } from '@dangqun/contracts/financing/versions/schemas'
import { financingRoutes } from '@dangqun/contracts/financing/routes'
import { financingSchemas } from '@dangqun/contracts/financing/schemas'
import { announcementsRoutes } from '@dangqun/contracts/notices/announcements/routes'
import { announcementsSchemas } from '@dangqun/contracts/notices/announcements/schemas'
import { noticesRoutes } from '@dangqun/contracts/notices/routes'
import { noticesSchemas } from '@dangqun/contracts/notices/schemas'
import { organizationRoutes } from '@dangqun/contracts/organization/routes'
import { organizationSchemas } from '@dangqun/contracts/organization/schemas'
import { bindingsRoutes } from '@dangqun/contracts/organization/bindings/routes'
import { bindingsSchemas } from '@dangqun/contracts/organization/bindings/schemas'
import { firmsRoutes } from '@dangqun/contracts/organization/firms/routes'
import { firmsSchemas } from '@dangqun/contracts/organization/firms/schemas'
import { membersRoutes } from '@dangqun/contracts/organization/members/routes'
import { membersSchemas } from '@dangqun/contracts/organization/members/schemas'
import { organizationTreeRoutes } from '@dangqun/contracts/organization/tree/routes'
import { organizationTreeSchemas } from '@dangqun/contracts/organization/tree/schemas'
import { transferPapersRoutes } from '@dangqun/contracts/transfer/papers/routes'
import { transferPapersSchemas } from '@dangqun/contracts/transfer/papers/schemas'
import { transferRoutes } from '@dangqun/contracts/transfer/routes'
import { transferSchemas } from '@dangqun/contracts/transfer/schemas'
import type { ContractTable } from '../platform/http/openapi.js'

/** Every route of the house. A slice that is missing here is missing in the API's documents, and a test says so. */
export const contracts = {
  audit: { routes: auditRoutes, schemas: auditSchemas },
  accounts: { routes: accountsRoutes, schemas: accountsSchemas },
  grants: { routes: grantsRoutes, schemas: grantsSchemas },
  consents: { routes: consentsRoutes, schemas: consentsSchemas },
  security: { routes: securityRoutes, schemas: securitySchemas },
  centers: { routes: centersRoutes, schemas: centersSchemas },
  codes: { routes: codesRoutes, schemas: codesSchemas },
  centersCatalogue: { routes: centersCatalogueRoutes, schemas: centersCatalogueSchemas },
  organization: { routes: organizationRoutes, schemas: organizationSchemas },
  firms: { routes: firmsRoutes, schemas: firmsSchemas },
  notices: { routes: noticesRoutes, schemas: noticesSchemas },
  bindings: { routes: bindingsRoutes, schemas: bindingsSchemas },
  members: { routes: membersRoutes, schemas: membersSchemas },
  announcements: { routes: announcementsRoutes, schemas: announcementsSchemas },
  organizationTree: { routes: organizationTreeRoutes, schemas: organizationTreeSchemas },
  activities: { routes: activitiesRoutes, schemas: activitiesSchemas },
  checkIns: { routes: checkInsRoutes, schemas: checkInsSchemas },
  exports: { routes: exportsRoutes, schemas: exportsSchemas },
  noShows: { routes: noShowsRoutes, schemas: noShowsSchemas },
  financing: { routes: financingRoutes, schemas: financingSchemas },
  financingBanks: { routes: financingBanksRoutes, schemas: financingBanksSchemas },
  financingVersions: { routes: financingVersionsRoutes, schemas: financingVersionsSchemas },
  financingDemands: { routes: financingDemandsRoutes, schemas: financingDemandsSchemas },
  financingFigures: { routes: financingFiguresRoutes, schemas: financingFiguresSchemas },
  financingReferrals: { routes: financingReferralsRoutes, schemas: financingReferralsSchemas },
  financingProducts: { routes: financingProductsRoutes, schemas: financingProductsSchemas },
  transferPapers: { routes: transferPapersRoutes, schemas: transferPapersSchemas },
  transfer: { routes: transferRoutes, schemas: transferSchemas },
} satisfies ContractTable

export const apiBase = '/api/v1'
