import Taro from '@tarojs/taro'

/** Where the person is, as the API takes it, or why that is not known. */
export type Place = { near: string; why?: undefined } | { near?: undefined; why: string }

const refused = '没有得到位置，列表仍可按名称查找'

/**
 * Asks the phone where it is, once; asked only when the person wants to know what is near.
 * Cut to about a hundred metres before it leaves the phone; kept nowhere.
 */
export async function askPlace(): Promise<Place> {
  try {
    if (process.env.TARO_ENV === 'weapp') return placeOf(await Taro.getFuzzyLocation({ type: 'gcj02' }))
    if (typeof navigator === 'undefined' || !('geolocation' in navigator)) return { why: '这个浏览器不提供位置，可按名称查找' }
    if (typeof window !== 'undefined' && window.isSecureContext === false) return { why: '当前网址不是 https，浏览器不提供位置，可按名称查找' }
    return placeOf(await Taro.getLocation({ type: 'wgs84' }))
  } catch {
    return { why: refused }
  }
}

function placeOf({ latitude, longitude }: { latitude: number; longitude: number }): Place {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return { why: refused }
  return { near: `${latitude.toFixed(3)},${longitude.toFixed(3)}` }
}
