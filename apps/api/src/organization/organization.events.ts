/** Jobs that say what happened; their subject is the binding. Who listens stands in `app/subscriptions.ts`. */
export const bindingEvents = { asked: 'organization.bindingAsked', decided: 'organization.bindingDecided' } as const
