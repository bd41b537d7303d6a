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
export const codeKinds = ['center', 'activity'] as const
export type CodeKind = (typeof codeKinds)[number]

/** Where a service is used: on the phone (a slice of this product), or at the centre's desk. */
export const serviceTargets = ['activities', 'financing', 'transfer'] as const
export type ServiceTarget = (typeof serviceTargets)[number]

/** What a reader of the card may do with it: `update` (PATCH). */
export const centerActions = ['update'] as const
export type CenterAction = (typeof centerActions)[number]

export const centersErrorCodes = ['centers.notFound', 'centers.fileNotFound', 'centers.fileWrongType', 'centers.pictureTooLarge', 'codes.mistyped', 'codes.notFound'] as const
export type CentersErrorCode = (typeof centersErrorCodes)[number]
