import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { CenterLayout } from './layout'
import { PlatformLayout } from './platform'
import { HomePage, NotFoundPage, RequireGrant, RequirePermission, RequireSession } from './session'

const LoginPage = lazy(() => import('../accounts/accounts-login.page').then((page) => ({ default: page.AccountsLoginPage })))
const JoinPage = lazy(() => import('../accounts/accounts-join.page').then((page) => ({ default: page.AccountsJoinPage })))
const SecurityPage = lazy(() => import('../accounts/accounts-security.page').then((page) => ({ default: page.AccountsSecurityPage })))
const WaitingPage = lazy(() => import('./waiting').then((page) => ({ default: page.WaitingPage })))
const AuditPage = lazy(() => import('./audit').then((page) => ({ default: page.AuditPage })))
const GrantsPage = lazy(() => import('./grants').then((page) => ({ default: page.GrantsPage })))
const ActivitiesListPage = lazy(() => import('../activities/activities-list.page').then((page) => ({ default: page.ActivitiesListPage })))
const ActivitiesFormPage = lazy(() => import('../activities/activities-form.page').then((page) => ({ default: page.ActivitiesFormPage })))
const ActivitiesDetailPage = lazy(() => import('../activities/activities-detail.page').then((page) => ({ default: page.ActivitiesDetailPage })))
const ActivitiesCheckInPage = lazy(() => import('../activities/activities-check-in.page').then((page) => ({ default: page.ActivitiesCheckInPage })))
const NoShowsPage = lazy(() => import('../activities/activities-no-shows.page').then((page) => ({ default: page.ActivitiesNoShowsPage })))
const ExportsPage = lazy(() => import('../activities/activities-exports.page').then((page) => ({ default: page.ActivitiesExportsPage })))
const AnnouncementsPage = lazy(() => import('../notices/notices-announcements.page').then((page) => ({ default: page.NoticesAnnouncementsPage })))
const AnnouncementPage = lazy(() => import('../notices/notices-announcement.page').then((page) => ({ default: page.NoticesAnnouncementPage })))
const InboxPage = lazy(() => import('../notices/notices-inbox.page').then((page) => ({ default: page.NoticesInboxPage })))
const TreePage = lazy(() => import('../organization/organization-tree.page').then((page) => ({ default: page.OrganizationTreePage })))
const CodesPage = lazy(() => import('./codes').then((page) => ({ default: page.CodesPage })))
const CentersListPage = lazy(() => import('../centers/centers-list.page').then((page) => ({ default: page.CentersListPage })))
const CenterFormPage = lazy(() => import('../centers/centers-create.page').then((page) => ({ default: page.CentersCreatePage })))
const SettingsPage = lazy(() => import('../centers/centers-settings.page').then((page) => ({ default: page.CentersSettingsPage })))
const WorkdaysPage = lazy(() => import('../centers/centers-workdays.page').then((page) => ({ default: page.CentersWorkdaysPage })))
const LoansPage = lazy(() => import('../financing/financing-list.page').then((page) => ({ default: page.FinancingListPage })))
const LoanPage = lazy(() => import('../financing/financing-detail.page').then((page) => ({ default: page.FinancingDetailPage })))
const LoanFormPage = lazy(() => import('../financing/financing-form.page').then((page) => ({ default: page.FinancingFormPage })))
const BanksPage = lazy(() => import('../financing/financing-banks.page').then((page) => ({ default: page.FinancingBanksPage })))
const LprsPage = lazy(() => import('../financing/financing-lprs.page').then((page) => ({ default: page.FinancingLprsPage })))
const DemandsPage = lazy(() => import('../financing/financing-demands-list.page').then((page) => ({ default: page.FinancingDemandsListPage })))
const ReferralsPage = lazy(() => import('../financing/financing-referrals-list.page').then((page) => ({ default: page.FinancingReferralsListPage })))
const FiguresPage = lazy(() => import('../financing/financing-figures.page').then((page) => ({ default: page.FinancingFiguresPage })))
const MembersPage = lazy(() => import('../organization/organization-members.page').then((page) => ({ default: page.OrganizationMembersPage })))
const BindingsPage = lazy(() => import('../organization/organization-bindings.page').then((page) => ({ default: page.OrganizationBindingsPage })))
const TransfersPage = lazy(() => import('../transfer/transfer-list.page').then((page) => ({ default: page.TransferListPage })))
const PersonsPage = lazy(() => import('./persons').then((page) => ({ default: page.PersonsPage })))
const PrintersPage = lazy(() => import('../transfer/transfer-printers.page').then((page) => ({ default: page.TransferPrintersPage })))
const FirmsPage = lazy(() => import('../organization/organization-firms.page').then((page) => ({ default: page.OrganizationFirmsPage })))
const CoveragePage = lazy(() => import('../organization/organization-coverage.page').then((page) => ({ default: page.OrganizationCoveragePage })))

/** Every address of the console; the page that it needs is loaded when it is first opened. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/login" element={<Suspense fallback={null}><LoginPage /></Suspense>} />
      <Route path="/join" element={<Suspense fallback={null}><JoinPage /></Suspense>} />
      <Route element={<RequireSession />}>
        <Route index element={<HomePage />} />
        <Route path="/security" element={<Suspense fallback={null}><SecurityPage /></Suspense>} />
        <Route path="/platform" element={<PlatformLayout />}>
          <Route element={<RequirePermission permission="centers.create" />}>
            <Route path="centers" element={<CentersListPage />} />
            <Route path="centers/new" element={<CenterFormPage />} />
          </Route>
          <Route element={<RequirePermission permission="centers.manageWorkdays" />}>
            <Route path="workdays" element={<WorkdaysPage />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Route>
        <Route path=":center" element={<RequireGrant />}>
          <Route element={<CenterLayout />}>
            <Route index element={<WaitingPage />} />
            <Route element={<RequirePermission permission="activities.manage" />}>
              <Route path="activities" element={<ActivitiesListPage />} />
              <Route path="activities/new" element={<ActivitiesFormPage />} />
              <Route path="activities/:id" element={<ActivitiesDetailPage />} />
              <Route path="activities/:id/edit" element={<ActivitiesFormPage />} />
            </Route>
            <Route element={<RequirePermission permission="activities.readSignUps" />}>
              <Route path="no-shows" element={<NoShowsPage />} />
              <Route path="exports" element={<ExportsPage />} />
            </Route>
            <Route element={<RequirePermission permission="organization.readTree" />}>
              <Route path="organizations" element={<TreePage />} />
            </Route>
            <Route element={<RequirePermission permission="activities.checkIn" />}>
              <Route path="activities/:id/check-in" element={<ActivitiesCheckInPage />} />
            </Route>
            <Route element={<RequirePermission permission="organization.readMembers" />}>
              <Route path="members" element={<MembersPage />} />
            </Route>
            <Route element={<RequirePermission permission="organization.manageBindings" />}>
              <Route path="bindings" element={<BindingsPage />} />
              <Route path="persons" element={<PersonsPage />} />
            </Route>
            <Route element={<RequirePermission permission="organization.readFirms" />}>
              <Route path="firms" element={<FirmsPage />} />
              <Route path="firms/coverage" element={<CoveragePage />} />
            </Route>
            <Route element={<RequirePermission permission="transfer.readCases" />}>
              <Route path="transfers" element={<TransfersPage />} />
              <Route path="printers" element={<PrintersPage />} />
            </Route>
            <Route element={<RequirePermission permission="notices.announce" />}>
              <Route path="announcements" element={<AnnouncementsPage />} />
              <Route path="announcements/new" element={<AnnouncementPage />} />
              <Route path="announcements/:id" element={<AnnouncementPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.handleDemands" />}>
              <Route path="demands" element={<DemandsPage />} />
              <Route path="financing-figures" element={<FiguresPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.readReferrals" />}>
              <Route path="referrals" element={<ReferralsPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.readVersions" />}>
              <Route path="loans" element={<LoansPage />} />
              <Route path="loans/:id/:number" element={<LoanPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.editProducts" />}>
              <Route path="loans/new" element={<LoanFormPage />} />
              <Route path="loans/:id/:number/edit" element={<LoanFormPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.approveProducts" />}>
              <Route path="loans/banks" element={<BanksPage />} />
            </Route>
            <Route element={<RequirePermission permission="financing.manageLprs" />}>
              <Route path="lprs" element={<LprsPage />} />
            </Route>
            <Route path="notices" element={<InboxPage />} />
            <Route element={<RequirePermission permission="centers.manageWorkdays" />}>
              <Route path="workdays" element={<WorkdaysPage />} />
            </Route>
            <Route element={<RequirePermission permission="centers.printCodes" />}>
              <Route path="codes" element={<CodesPage />} />
            </Route>
            <Route element={<RequirePermission permission="centers.readSettings" />}>
              <Route path="settings" element={<SettingsPage />} />
            </Route>
            <Route element={<RequirePermission permission="accounts.manageGrants" />}>
              <Route path="grants" element={<GrantsPage />} />
            </Route>
            <Route element={<RequirePermission permission="audit.read" />}>
              <Route path="audit" element={<AuditPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Route>
    </Routes>
  )
}
