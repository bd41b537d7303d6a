import type { PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { Button, QRCode } from 'antd'
import { entryAddress } from '../../platform/entry-address'
import { useCodePicture } from '../centers-codes.api'
import { printedWords, type SheetLayout } from '../centers-sheet.rules'
import { sayError } from '../../ui/say-error'

interface Props {
  center: string
  centerName: string
  codes: readonly PrintedCode[]
  drawnBy: 'wechat' | 'page'
  layout: SheetLayout
  activities: ReadonlyMap<string, { title: string; note: string }> | undefined
}

/** What comes out of the printer, A4 upright; on the screen it is the same in small. */
export function CodeSheet({ center, centerName, codes, drawnBy, layout, activities }: Props) {
  return (
    <div className={`print-sheet print-sheet-${layout}`}>
      {codes.map((code) => {
        const words = printedWords(code, centerName, activities?.get(code.subjectId ?? '') ?? null)
        return (
          <article key={code.code} className="print-code" aria-label={`${words.title}${words.note ? `，${words.note}` : ''}`}>
            {code.kind === 'activity' ? <p className="print-center">{centerName}</p> : null}
            <h3>{words.title}</h3>
            {words.note ? <p className="print-note">{words.note}</p> : null}
            <div className="print-picture">
              {drawnBy === 'wechat' ? <WechatPicture center={center} code={code} /> : <QRCode type="svg" value={entryAddress(code.code)} size={300} bordered={false} errorLevel="M" />}
            </div>
            <p className="print-deed">{words.deed}</p>
            <p className="print-typed">扫不了？在小程序首页点「输入编码」：<strong>{words.typed}</strong></p>
          </article>
        )
      })}
    </div>
  )
}

function WechatPicture({ center, code }: { center: string; code: PrintedCode }) {
  const picture = useCodePicture(center, code, true)
  if (picture.data) return <img src={picture.data} alt={`小程序码 ${code.code}`} />
  if (!picture.isError) return <span className="quiet" role="status">正在向微信要小程序码…</span>
  return (
    <span className="print-failed" role="alert">
      {sayError(picture.error, '图片没有取到')}
      <Button size="small" onClick={() => void picture.refetch()}>重试</Button>
    </span>
  )
}
