/** The four brand programmes, in their order. */
export const programmes = ['red', 'warm', 'blue', 'together'] as const
export type Programme = (typeof programmes)[number]

/** `sign` is the one character that stands for the programme everywhere, always beside its colour. */
export const programmeLabels: Record<Programme, { sign: string; name: string }> = {
  red: { sign: '红', name: '党建服务' },
  warm: { sign: '暖', name: '企业服务' },
  blue: { sign: '蓝', name: '青年服务' },
  together: { sign: '融', name: '群团服务' },
}

/** What a printed code can stand for. */
export const codeKinds = ['center', 'door', 'counter', 'activity'] as const
export type CodeKind = (typeof codeKinds)[number]
export const codeKindLabels: Record<CodeKind, string> = { center: '中心', door: '门口', counter: '窗口', activity: '活动' }

/** Those that staff make, as many as they want, and retire. */
export const placeCodeKinds = ['door', 'counter'] as const satisfies readonly CodeKind[]
export type PlaceCodeKind = (typeof placeCodeKinds)[number]

/** What staff may do with a code: `retire` (POST). */
export const codeActions = ['retire'] as const
export type CodeAction = (typeof codeActions)[number]

/** Who draws what is printed: WeChat makes the picture, or the page draws a plain QR. */
export const codeMakers = ['wechat', 'page'] as const
export type CodeMaker = (typeof codeMakers)[number]

/** Where a service is used: on the phone (a slice of this product), or at the centre's desk. */
export const serviceTargets = ['activities', 'financing', 'transfer'] as const
export type ServiceTarget = (typeof serviceTargets)[number]

export const serviceTargetLabels: Record<ServiceTarget, string> = { activities: '手机上报名活动', financing: '手机上比较贷款', transfer: '手机上接转组织关系' }

/** At one centre. */
export const mostBuildings = 200
export const mostServices = 100

/** What a reader of the card may do with it: `update` (PATCH). */
export const centerActions = ['update'] as const
export type CenterAction = (typeof centerActions)[number]

/** No centre is called so: first parts of addresses of the house and of the console, and names that would pass for the house's own. */
export const reservedSlugs: readonly string[] = [
  'admin', 'all', 'api', 'assets', 'auth', 'centers', 'certificates', 'codes', 'console', 'docs', 'files', 'health', 'index', 'join', 'login', 'logout', 'me', 'metrics', 'mine', 'new', 'null', 'openapi', 'pages', 'platform', 'public', 'root',
  'sandbox', 'security', 'slips', 'static', 'support', 'system', 'test', 'undefined', 'workdays', 'www',
]

export const centersErrorCodes = ['centers.notFound', 'centers.slugTaken', 'centers.nameTaken', 'centers.listFull', 'centers.buildingNotFound', 'centers.serviceNotFound', 'centers.fileNotFound', 'centers.fileWrongType', 'centers.pictureTooLarge', 'codes.mistyped', 'codes.notFound', 'codes.retired', 'codes.cannotRetire', 'codes.pageNotPublished', 'codes.wechatBusy', 'codes.wechatRefused'] as const
export type CentersErrorCode = (typeof centersErrorCodes)[number]
