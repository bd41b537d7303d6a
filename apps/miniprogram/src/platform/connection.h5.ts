/** Tells whether this device has a network at all: now, and at every change. */
export function watchConnection(tell: (isConnected: boolean) => void): void {
  window.addEventListener('online', () => tell(true))
  window.addEventListener('offline', () => tell(false))
  tell(navigator.onLine)
}
