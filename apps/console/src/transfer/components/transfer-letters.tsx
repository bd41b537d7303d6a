import type { Transfer } from '@dangqun/contracts/transfer/schemas'

/** The letters of a case, void ones too: a number is never used again. */
export function TransferLetters({ transfer: { letters, duties } }: { transfer: Transfer }) {
  if (letters.length === 0 && duties.assignedTo === null && duties.reference === null) return null
  return (
    <>
      <h3 className="rank-title case-title">介绍信与办结</h3>
      <dl className="case-sheet">
        {letters.map(({ number, issuedOn, validDays, validUntil, replaces, isVoid }) => (
          <div key={number} className="case-line">
            <dt>{isVoid ? '已作废' : '介绍信'}</dt>
            <dd className={isVoid ? 'is-void' : undefined}><strong className="figures">{number}</strong> <span className="quiet">{issuedOn} 开具，{validDays} 天，至 {validUntil}{replaces ? `，替换 ${replaces}` : ''}</span></dd>
          </div>
        ))}
        {duties.assignedTo ? <div className="case-line"><dt>编入支部</dt><dd>{duties.assignedTo}</dd></div> : null}
        {duties.receiptFiledOn ? <div className="case-line"><dt>回执</dt><dd className="figures">{duties.receiptFiledOn}</dd></div> : null}
        {duties.reference ? <div className="case-line"><dt>正式编号</dt><dd>{duties.reference}</dd></div> : null}
      </dl>
    </>
  )
}
