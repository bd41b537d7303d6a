export const firmKinds = ['company', 'individual'] as const
export type FirmKind = (typeof firmKinds)[number]
export const firmKindLabels: Record<FirmKind, string> = { company: '企业', individual: '个体工商户' }

/** 统计上大中小微型企业划分办法: declared, as a band. */
export const firmSizes = ['micro', 'small', 'medium', 'large'] as const
export type FirmSize = (typeof firmSizes)[number]
export const firmSizeLabels: Record<FirmSize, string> = { micro: '微型', small: '小型', medium: '中型', large: '大型' }

/** What an activity may ask of a person, once. */
export const profileFields = ['name', 'phone'] as const
export type ProfileField = (typeof profileFields)[number]
export const profileFieldLabels: Record<ProfileField, string> = { name: '姓名', phone: '手机号' }
