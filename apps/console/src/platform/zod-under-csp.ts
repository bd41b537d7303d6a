// Our content security policy forbids eval; without this, zod tries it at the first check and the browser reports a
// violation. Not by z.config: this is imported before everything else, and zod only with the page that needs it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
