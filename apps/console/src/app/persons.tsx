import { OnBehalfDialog } from '../activities/components/on-behalf-dialog'
import { OrganizationPersonsPage } from '../organization/organization-persons.page'

/** Persons are of one slice, what they sign up for of another. */
export function PersonsPage() {
  return <OrganizationPersonsPage SignUpDialog={OnBehalfDialog} />
}
