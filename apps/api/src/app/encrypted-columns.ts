import { totpSecret } from '../accounts/accounts-second-factor.rules.js'
import { contactColumn } from '../financing/financing-seal.rules.js'
import { bindingIdNumber, memberEmergencyPhone, memberIdNumber } from '../organization/organization-member-seal.rules.js'
import { personPhone } from '../organization/organization-phone.rules.js'
import type { EncryptedColumn } from '../platform/crypto/encrypted-column.js'
import { commentColumn, formColumn, messageColumn, slipFieldsColumn } from '../transfer/transfer-seal.rules.js'

/** Every encrypted column of the house: what the rotation of keys goes through. */
export const encryptedColumns: readonly EncryptedColumn[] = [totpSecret, personPhone, memberIdNumber, memberEmergencyPhone, bindingIdNumber, formColumn, commentColumn, messageColumn, slipFieldsColumn, contactColumn]
