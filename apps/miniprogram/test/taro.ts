// A stand-in for Taro's runtime: storage and navigation in memory, requests answered by the test.

interface AskedRequest {
  url: string
  method: string
  header: Record<string, string>
  data?: unknown
}
export interface Answer {
  statusCode: number
  data: unknown
}

type Responder = (request: AskedRequest) => Answer | Promise<Answer>

const storage = new Map<string, unknown>()
let params: Record<string, string> = {}
let respond: Responder = unanswered
let depth = 2
let place: { latitude: number; longitude: number } | null = null

export const asked: AskedRequest[] = []
export const went: string[] = []
export const called: string[] = []
/** Holds something while a tab bears a red dot. */
export const dots = new Set<string>()

const themed = new Set<(change: { theme: string }) => void>()
let theme = 'light'
/** The phone goes over to light or dark. */
export function turn(next: 'light' | 'dark'): void {
  theme = next
  for (const follow of themed) follow({ theme })
}

export function resetTaro(): void {
  theme = 'light'
  storage.clear()
  params = {}
  respond = unanswered
  place = null
  depth = 2
  asked.length = 0
  went.length = 0
  called.length = 0
  dots.clear()
  scans.length = 0
  subscribeAnswer = 'accept'
}

export function openWith(given: Record<string, string>): void {
  params = given
}

export function answerWith(responder: Responder): void {
  respond = responder
}

/** What answers now, for a test that changes one answer. */
export const responder = (): Responder => respond

/** A page that was reloaded has none behind it. */
export function openAlone(): void {
  depth = 1
}

/** Where the phone is; without it the person refuses to tell. */
export function standAt(given: { latitude: number; longitude: number }): void {
  place = given
}

export const useRouter = () => ({ params, path: '' })
const ignore = () => undefined
export const useDidShow = ignore
export const useDidHide = ignore
export const usePullDownRefresh = ignore
export const useReachBottom = ignore

function unanswered({ method, url }: AskedRequest): never {
  throw new Error(`the test did not expect ${method} ${url}`)
}

function go({ url }: { url: string }): Promise<object> {
  went.push(url)
  return Promise.resolve({})
}

/** What the camera reads next; without any it is a browser, which reads nothing. */
const scans: string[] = []
export function holdBefore(...texts: string[]): void {
  scans.push(...texts)
}

let subscribeAnswer = 'accept'
export function answerSubscribe(answer: string): void {
  subscribeAnswer = answer
}

const Taro = {
  getAppBaseInfo: () => ({ theme }),
  onThemeChange: (follow: (change: { theme: string }) => void) => void themed.add(follow),
  offThemeChange: (follow: (change: { theme: string }) => void) => void themed.delete(follow),
  async request(request: AskedRequest): Promise<Answer> {
    asked.push(request)
    return respond(request)
  },
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  navigateTo: go,
  redirectTo: go,
  navigateBack: () => Promise.resolve(void went.push('back')),
  getCurrentPages: () => Array.from({ length: depth }, () => ({})),
  showModal: () => Promise.resolve({ confirm: true, cancel: false, errMsg: '' }),
  switchTab: go,
  pageScrollTo: () => Promise.resolve({}),
  stopPullDownRefresh: ignore,
  requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => Promise.resolve(Object.fromEntries(tmplIds.map((id) => [id, subscribeAnswer]))),
  showTabBarRedDot: () => Promise.resolve(void dots.add('on')),
  hideTabBarRedDot: () => Promise.resolve(void dots.delete('on')),
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => Promise.resolve(void called.push(phoneNumber)),
  getLocation: () => (place ? Promise.resolve(place) : Promise.reject(new Error('User denied Geolocation'))),
  // As Taro's browser build: success, without a result.
  scanCode: () => Promise.resolve(scans.length > 0 ? { result: scans.shift() } : {}),
}
export default Taro
