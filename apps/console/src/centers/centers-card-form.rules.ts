import type { OpeningHours, SpecialDay } from '@dangqun/contracts/centers/opening-schemas'
import { updateCenter, type CenterCard } from '@dangqun/contracts/centers/schemas'

/** What the form of the card holds while somebody types. */
export type CardValues = {
  readonly address: string
  readonly phone: string
  readonly about: string
  /** `31.7803, 117.2218` as maps show it; empty: the place is unknown. */
  readonly coordinates: string
  readonly openingHours: readonly OpeningHours[]
  readonly specialDays: readonly SpecialDay[]
}

export const cardLabels: Record<keyof CardValues, string> = {
  address: '地址',
  phone: '电话',
  about: '中心介绍',
  coordinates: '地图位置',
  openingHours: '每周开放时间',
  specialDays: '特殊日子',
}

export function cardValues({ address, phone, about, latitude, longitude, openingHours, specialDays }: CenterCard): CardValues {
  return { address, phone, about, openingHours, specialDays, coordinates: latitude === null || longitude === null ? '' : `${latitude}, ${longitude}` }
}

/** Two numbers, latitude first; null when nothing is written, undefined when it is not a place. */
export function readCoordinates(typed: string): { latitude: number | null; longitude: number | null } | undefined {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { latitude: null, longitude: null }
  const match = /^(-?\d{1,2}(?:\.\d+)?)\s*[,、\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text)
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])]
  return match && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** The PATCH of what was changed. */
export function cardChange({ coordinates, openingHours, specialDays, ...words }: Partial<CardValues>, version: number) {
  return { ...words, ...(openingHours && { openingHours: [...openingHours] }), ...(specialDays && { specialDays: [...specialDays] }), ...(coordinates === undefined ? {} : readCoordinates(coordinates)), version }
}

/** What is wrong, by path; checked by the contract's schema, which the server applies as well. */
export function cardErrors(values: CardValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of updateCenter.safeParse(cardChange(values, 0)).error?.issues ?? []) {
    const place = path.join('.')
    errors[place] ??= /\.date$/.test(place) && !message.includes('只能') ? '请选择日期' : message
  }
  if (readCoordinates(values.coordinates) === undefined) errors['coordinates'] = '应像 31.7803, 117.2218：先纬度，后经度'
  return errors
}
