import { Button } from 'antd'
import type { Keyset } from '../platform/keyset'

interface Props {
  keyset: Keyset
  /** From the page shown; undefined while it loads. */
  nextCursor: string | null | undefined
  /** Rows on the page shown. */
  count: number | undefined
  unit: string
}

/** 上一页 / 下一页. A list of one page needs none and shows its count only. */
export function KeysetPager({ keyset, nextCursor, count, unit }: Props) {
  const isOnly = !keyset.hasPrevious && nextCursor === null
  if (isOnly) return count ? <div className="pager"><span className="quiet">共 {count} {unit}</span></div> : null
  const isLost = keyset.pageNumber === null
  return (
    <nav className="pager" aria-label="翻页">
      <span className="quiet">{isLost ? '' : `第 ${keyset.pageNumber} 页`}{nextCursor === null && !isLost ? '，已是最后一页' : ''}</span>
      <Button disabled={!keyset.hasPrevious} onClick={keyset.goPrevious}>{isLost ? '回到第一页' : '上一页'}</Button>
      <Button disabled={!nextCursor} onClick={() => nextCursor && keyset.goNext(nextCursor)}>下一页</Button>
    </nav>
  )
}
