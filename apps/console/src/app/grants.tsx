import { AccountsGrantsPage } from '../accounts/accounts-grants.page'
import type { ScopePickerProps } from '../accounts/components/invite-dialog'
import { BankPicker } from '../financing/components/bank-picker'
import { ScopePicker as OrganizationScopePicker } from '../organization/components/scope-picker'

function ScopePicker(props: ScopePickerProps) {
  return props.kind === 'bank' ? <BankPicker {...props} /> : <OrganizationScopePicker {...props} />
}

/** Roles are of one slice; the branches, firms and banks that they are held for of others. */
export function GrantsPage() {
  return <AccountsGrantsPage ScopePicker={ScopePicker} />
}
