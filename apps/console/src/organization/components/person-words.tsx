import type { PersonRow } from '@dangqun/contracts/organization/bindings/schemas'

/** Name, masked number and what the centre knows of somebody, in one line. */
export function PersonWords({ person }: { person: PersonRow }) {
  return (
    <>
      <span className="strong">{person.name ?? '没有留姓名'}</span>{' '}
      <span className="quiet">{[person.phone ?? '没有留手机号', person.hasAccount ? '有手机端账号' : '没有账号', ...(person.isMember ? ['在党员名册'] : [])].join(' · ')}</span>
    </>
  )
}
