import { AccountsGrantsPage } from '../accounts/accounts-grants.page'
import { ScopePicker } from '../organization/components/scope-picker'

/** Roles are of one slice, the branches and firms that they are held for of another. */
export function GrantsPage() {
  return <AccountsGrantsPage ScopePicker={ScopePicker} />
}
