import { rolesWithSecondFactor, type Role } from '@dangqun/contracts/accounts/vocabulary'
import type { EncryptedColumn } from '../platform/crypto/encrypted-column.js'

export const totpSecret = { table: 'second_factors', column: 'secret', key: 'account_id', isTenant: false, index: null } satisfies EncryptedColumn

export const recoveryCodeCount = 8

/** Whether somebody with these roles must log in to the console with a second factor. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => (rolesWithSecondFactor as readonly Role[]).includes(role))
}

/** As typed: spaces between digits are forgiven. */
export function plainDigits(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** A browser or phone in the words of a list of devices; '' when it does not say. */
export function deviceName(agent: string): string {
  const system = [[/MicroMessenger/, '微信'], [/Windows/, 'Windows'], [/iPhone|iPad/, 'iPhone 或 iPad'], [/Android/, '安卓手机'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux']] as const
  const browser = [[/Edg\//, 'Edge 浏览器'], [/Firefox\//, '火狐浏览器'], [/Chrome\//, 'Chrome 浏览器'], [/Safari\//, 'Safari 浏览器']] as const
  const of = (known: readonly (readonly [RegExp, string])[]) => known.find(([sign]) => sign.test(agent))?.[1]
  return [of(system), of(browser)].filter(Boolean).join(' · ')
}
