import Taro from '@tarojs/taro'

interface Place {
  name: string
  address: string
  latitude: number | null
  longitude: number | null
}

/** WeChat brings a map; a browser would need a foreign site. */
export function canOpenMap({ latitude, longitude }: Place): boolean {
  return process.env.TARO_ENV === 'weapp' && latitude !== null && longitude !== null
}

export function openMap({ name, address, latitude, longitude }: Place): void {
  if (latitude === null || longitude === null) return
  void Taro.openLocation({ name, address, latitude, longitude }).catch(() => undefined)
}
