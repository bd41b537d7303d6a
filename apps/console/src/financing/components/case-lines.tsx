import type { ReactNode } from 'react'

/** Facts of a case, one a line; what has no words is left out. */
export function CaseLines({ lines }: { lines: readonly (readonly [label: string, words: ReactNode])[] }) {
  return (
    <dl className="case-sheet">
      {lines.map(([label, words]) => (words === null || words === undefined || words === false || words === '' ? null : <div key={label} className="case-line"><dt>{label}</dt><dd>{words}</dd></div>))}
    </dl>
  )
}

/** A number that a telephone on the desk can take over. */
export function PhoneNumber({ number }: { number: string }) {
  return <a href={`tel:${number}`} className="link figures">{number}</a>
}
