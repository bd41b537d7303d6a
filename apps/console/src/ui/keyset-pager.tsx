import { Button } from 'antd'
import { useRef } from 'react'
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
  const nav = useRef<HTMLElement>(null)
  const isOnly = !keyset.hasPrevious && nextCursor === null
  if (isOnly) return count ? <div className="pager"><span className="quiet">共 {count} {unit}</span></div> : null
  if (nextCursor === undefined && !keyset.hasPrevious) return null
  const isLost = keyset.pageNumber === null
  const turn = (go: () => void) => {
    go()
    // Another page is read from its top, which is the list's when more than the list stands on the page.
    const panel = nav.current?.closest('.panel')
    if (panel) panel.scrollIntoView({ block: 'start' })
    else window.scrollTo({ top: 0 })
  }
  return (
    <nav ref={nav} className="pager" aria-label="翻页">
      <span className="quiet">{isLost ? '' : `第 ${keyset.pageNumber} 页`}{nextCursor === null && !isLost ? '，已是最后一页' : ''}</span>
      <Button disabled={!keyset.hasPrevious} onClick={() => turn(keyset.goPrevious)}>{isLost ? '回到第一页' : '上一页'}</Button>
      <Button disabled={!nextCursor} onClick={() => nextCursor && turn(() => keyset.goNext(nextCursor))}>下一页</Button>
    </nav>
  )
}
