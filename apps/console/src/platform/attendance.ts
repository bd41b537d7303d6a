/** Nobody touched mouse, key or screen for this long: what the page asks then, it asks by itself. */
const absentAfterMs = 60_000
let lastInput = Date.now()

for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'pointermove'] as const) {
  window.addEventListener(event, () => (lastInput = Date.now()), { passive: true, capture: true })
}

/** Whether somebody is there. An unattended page must not keep the session alive: the server ends it after 15 minutes. */
export function isAttended(): boolean {
  return Date.now() - lastInput < absentAfterMs
}
