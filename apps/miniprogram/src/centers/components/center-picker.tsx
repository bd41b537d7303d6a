import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { askPlace, type Place } from '@/platform/place'
import { usePages } from '@/platform/use-pages'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Choices } from '@/ui/choices'
import { Field } from '@/ui/field'
import { HalfScreen } from '@/ui/half-screen'
import { Heading } from '@/ui/heading'
import { ListEnd } from '@/ui/list-end'
import { ErrorNotice, Notice } from '@/ui/notice'
import { SkeletonRows } from '@/ui/skeleton'
import { centerChoice } from '../centers-choice.store'
import { sayDistance } from '../centers-words.rules'
import { centersApi } from '../centers.api'
import type { Entry } from '../use-entry'

interface CenterPickerProps {
  entry: Entry
  /** The whole page, when no centre was chosen yet. */
  isPage?: boolean
  onClose?: () => void
}

/** The API finds by two characters or more. */
const fewestCharacters = 2
const orders = [{ value: 'name', text: '默认' }, { value: 'near', text: '按距离' }] as const

/** Which centre: scan, type, or choose from the list. */
export function CenterPicker({ entry, isPage = false, onClose = () => undefined }: CenterPickerProps) {
  const ways = (
    <>
      <PrimaryButton text="扫一扫门口的码" onTap={() => leave(onClose, () => void entry.scan())} />
      <PlainButton text="输入编码" onTap={() => leave(onClose, entry.type)} />
    </>
  )
  if (!isPage) return <HalfScreen title="切换中心" onClose={onClose} footer={ways}><CenterList isPage={false} onChosen={onClose} /></HalfScreen>
  return (
    <View>
      <View className="welcome">
        <Heading className="welcome__title" level={1}>你在哪个党群服务中心？</Heading>
        <Text className="welcome__words">扫中心门口的码，或在下面选一个，就能看到开放时间、服务和活动。</Text>
        <View className="welcome__ways">{ways}</View>
      </View>
      <Heading className="section">所有中心</Heading>
      <CenterList isPage onChosen={onClose} />
    </View>
  )
}

/** All centres, found by name or address, and from near to far for who says where they are. */
function CenterList({ isPage, onChosen }: { isPage: boolean; onChosen: () => void }) {
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState<Place | null>(null)
  const [isAsking, setAsking] = useState(false)
  const term = typed.trim()
  const q = [...term].length >= fewestCharacters ? term : undefined
  const near = place?.near
  const list = usePages(`centers ${near ?? ''} ${q ?? ''}`, async (cursor) => {
    const page = await centersApi.list({ query: { q, near, cursor } })
    return { ...page, items: page.items.map((item) => ({ ...item, id: item.slug })) }
  })
  const order = async (chosen: 'name' | 'near') => {
    if (chosen === 'name') return setPlace(null)
    setAsking(true)
    setPlace(await askPlace())
    setAsking(false)
  }
  const choose = (slug: string) => {
    centerChoice.set(slug)
    onChosen()
  }
  return (
    <>
      <View className={isPage ? 'card center-search' : 'center-search'}>
        <Field label="查找" placeholder="中心名称或地址" value={typed} maxLength={40} onChange={setTyped} />
        <Choices label="排列" options={orders} chosen={near === undefined ? 'name' : 'near'} onChoose={(chosen) => void order(chosen)} />
      </View>
      {isAsking && <Notice text="正在取得位置…" />}
      {place?.why !== undefined && <Notice kind="warn" text={place.why} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.reload()} />}
      {!list.items && !list.error && <SkeletonRows count={2} />}
      {list.items?.length === 0 && <Notice text={q === undefined ? '还没有中心' : '没有找到，换个名称或地址再试，也可以扫门口的码'} />}
      {list.items && list.items.length > 0 && (
        <View className={isPage ? 'card card_cells' : 'cells'}>
          {list.items.map(({ slug, name, address, distance }) => (
            <Cell key={slug} title={name} words={address} value={distance === null ? undefined : sayDistance(distance)} onTap={() => choose(slug)} />
          ))}
        </View>
      )}
      {list.hasMore && <ListEnd list={list} />}
    </>
  )
}

function leave(close: () => void, then: () => void): void {
  close()
  then()
}
