import Taro from '@tarojs/taro'

/** Tells whether this device has a network at all: now, and at every change. */
export function watchConnection(tell: (isConnected: boolean) => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
  void Taro.getNetworkType().then(({ networkType }) => tell(networkType !== 'none'), () => undefined)
}
