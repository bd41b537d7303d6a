import Taro from '@tarojs/taro'
import type { Programme } from '@dangqun/contracts/centers/vocabulary'
import { tabs, type TabName } from './tabs'

export function goToTab(tab: TabName): void {
  void Taro.switchTab({ url: `/${tabs[tab].page}` })
}

export function goToActivity(center: string, id: string): void {
  void Taro.navigateTo({ url: `/activities/pages/detail/index?center=${center}&id=${id}` })
}

/** @param code what was read off the screen at the door; absent: it is scanned or typed there */
export function goToCheckIn(center: string, id: string, code?: string): void {
  void Taro.navigateTo({ url: `/activities/pages/check-in/index?center=${center}&id=${id}${code ? `&code=${encodeURIComponent(code)}` : ''}` })
}

/** Where staff check people in. */
export function goToDesk(center: string, id: string): void {
  void Taro.navigateTo({ url: `/activities/pages/desk/index?center=${center}&id=${id}` })
}

export function goToDesks(center: string): void {
  void Taro.navigateTo({ url: `/activities/pages/desks/index?center=${center}` })
}

export function goToActivities(center: string, programme?: Programme): void {
  void Taro.navigateTo({ url: `/activities/pages/list/index?center=${center}${programme ? `&programme=${programme}` : ''}` })
}

export function goToAnnouncement(center: string, id: string): void {
  void Taro.navigateTo({ url: `/notices/pages/announcement/index?center=${center}&id=${id}` })
}

export function goToAnnouncements(center: string): void {
  void Taro.navigateTo({ url: `/notices/pages/announcements/index?center=${center}` })
}

export function goToFinancing(center: string): void {
  void Taro.navigateTo({ url: `/financing/pages/need/index?center=${center}` })
}

/** What is needed is handed over in memory: an address ends up in logs. */
export function goToMatches(center: string): void {
  void Taro.navigateTo({ url: `/financing/pages/matches/index?center=${center}` })
}

/** @param isPicking the product is looked at for a demand that is there already */
export function goToCost(center: string, id: string, { isPicking = false } = {}): void {
  void Taro.navigateTo({ url: `/financing/pages/cost/index?center=${center}&id=${id}${isPicking ? '&picking=1' : ''}` })
}

export function goToCompare(center: string): void {
  void Taro.navigateTo({ url: `/financing/pages/compare/index?center=${center}` })
}

/** For a page that was opened without what it needs, in its place. */
export function goBackToNeed(center: string): void {
  void Taro.redirectTo({ url: `/financing/pages/need/index?center=${center}` })
}

/** @param id null: a demand that is yet to be sent */
export function goToDemandForm(center: string, id: string | null): void {
  void Taro.navigateTo({ url: `/financing/pages/demand-form/index?center=${center}${id === null ? '' : `&id=${id}`}` })
}

export function goToDemands(center: string): void {
  void Taro.navigateTo({ url: `/financing/pages/demands/index?center=${center}` })
}

export function goToDemand(center: string, id: string): void {
  void Taro.navigateTo({ url: demandAddress(center, id) })
}

/** In place of the form: going back must not lead into what was sent. */
export function openDemand(center: string, id: string): void {
  void Taro.redirectTo({ url: demandAddress(center, id) })
}

export function goToPicks(center: string, id: string): void {
  void Taro.navigateTo({ url: `/financing/pages/picks/index?center=${center}&id=${id}` })
}

export function goToReferral(center: string, id: string): void {
  void Taro.navigateTo({ url: `/financing/pages/referral/index?center=${center}&id=${id}` })
}

const demandAddress = (center: string, id: string) => `/financing/pages/demand/index?center=${center}&id=${id}`

export function goToInbox(center: string): void {
  void Taro.navigateTo({ url: `/notices/pages/inbox/index?center=${center}` })
}

export function goToInvitation(): void {
  void Taro.navigateTo({ url: '/accounts/pages/invitation/index' })
}

export function goToNoShows(center: string): void {
  void Taro.navigateTo({ url: `/activities/pages/no-shows/index?center=${center}` })
}

export function goToDisplay(): void {
  void Taro.navigateTo({ url: '/pages/display/index' })
}

export function goToBindings(center: string): void {
  void Taro.navigateTo({ url: `/organization/pages/bindings/index?center=${center}` })
}

export function goToAsk(center: string, kind: 'member' | 'firm'): void {
  void Taro.navigateTo({ url: `/organization/pages/ask/index?center=${center}&kind=${kind}` })
}

export function goToChart(center: string): void {
  void Taro.navigateTo({ url: `/organization/pages/chart/index?center=${center}` })
}

export function goToConsents(): void {
  void Taro.navigateTo({ url: '/accounts/pages/consents/index' })
}

export function goToDevices(): void {
  void Taro.navigateTo({ url: '/accounts/pages/devices/index' })
}

export function goToTransfers(center: string): void {
  void Taro.navigateTo({ url: `/transfer/pages/list/index?center=${center}` })
}

/** Out of a form that is done with, or not wanted. */
export function leaveTransferForm(center: string): void {
  goBack(`/transfer/pages/list/index?center=${center}`)
}

/** Out of asking for a binding. */
export function leaveBindingForm(center: string): void {
  goBack(`/organization/pages/bindings/index?center=${center}`)
}

/** @param otherwise where to when there is no page behind, as after a reload */
function goBack(otherwise: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: otherwise })
}

export function goToTransferStart(center: string): void {
  void Taro.navigateTo({ url: `/transfer/pages/start/index?center=${center}` })
}

export function goToTransfer(center: string, id: string): void {
  void Taro.navigateTo({ url: transferAddress(center, id) })
}

/** In place of the page that led there: going back must not lead into a form that was sent. */
export function openTransfer(center: string, id: string): void {
  void Taro.redirectTo({ url: transferAddress(center, id) })
}

export function goToTransferForm(center: string, id: string): void {
  void Taro.navigateTo({ url: formAddress(center, id) })
}

/** In place of the questions. @param id null: an intake that is yet to be registered */
export function openTransferForm(center: string, id: string | null): void {
  void Taro.redirectTo({ url: formAddress(center, id) })
}

const transferAddress = (center: string, id: string) => `/transfer/pages/detail/index?center=${center}&id=${id}`
const formAddress = (center: string, id: string | null) => `/transfer/pages/form/index?center=${center}${id === null ? '' : `&id=${id}`}`

export function goToPrivacy(): void {
  void Taro.navigateTo({ url: '/pages/privacy/index' })
}
