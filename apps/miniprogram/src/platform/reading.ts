import { measurePhone, onPhoneChange } from './phone-size'
import { layOut, readReading, writeReading, type Layout, type PhoneMeasures, type Reading } from './reading.rules'
import { recall, remember } from './storage'
import { createStore, useStore } from './store'

/** What the person chose under 显示设置; kept over restarts, and over signing out: eyes stay the same. */
export const reading = createStore<Reading>(
  () => readReading(recall('reading')),
  (choice) => remember('reading', writeReading(choice)),
)

const phone = createStore<PhoneMeasures>(measurePhone)

onPhoneChange(() => {
  const before = phone.get()
  const after = measurePhone()
  // A new object alone would render every page anew.
  if (after.width !== before.width || after.textZoom !== before.textZoom) phone.set(after)
})

/** How large text is now on this phone, and whether the layout must give way. */
export function useLayout(): Layout {
  return layOut(useStore(reading), useStore(phone))
}

/** For what is drawn outside of React. Calls at once, and at every change. */
export function watchLayout(act: (layout: Layout) => void): void {
  const tell = () => act(layOut(reading.get(), phone.get()))
  reading.subscribe(tell)
  phone.subscribe(tell)
  tell()
}
