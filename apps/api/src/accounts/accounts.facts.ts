import type { ConsentPurpose, Role } from '@dangqun/contracts/accounts/vocabulary'

/** What the ledger says of accounts: ids, roles and reasons' presence; never a name, a code or a password. */
export type AccountsFact =
  | { fact: 'accounts.invited'; subjectId: string; data: { role: Role; scopeId: string | null } }
  | { fact: 'accounts.invitationWithdrawn'; subjectId: string; data: { role: Role } }
  | { fact: 'accounts.invitationAccepted'; subjectId: string; data: { role: Role; grantId: string; accountId: string; isNewAccount: boolean } }
  | { fact: 'accounts.adminAppointed'; subjectId: string; data: { role: Role; accountId: string } }
  | { fact: 'accounts.grantRevoked'; subjectId: string; data: { role: Role; accountId: string } }
  /** In the platform's ledger, wherever the account is known; `consentWithdrawn` is what then ends at a centre. */
  | { fact: 'accounts.consentTakenBack'; subjectId: string; data: { purpose: ConsentPurpose } }
  | { fact: 'accounts.consentWithdrawn'; subjectId: string; data: { purpose: ConsentPurpose } }
  | { fact: 'accounts.dataExported'; subjectId: string }
