import * as z from 'zod'

// Our content security policy forbids eval; without this, zod tries it at the first check and the browser reports a violation.
z.config({ jitless: true })
