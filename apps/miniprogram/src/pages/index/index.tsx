import { useCallback, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ApiError } from '@dangqun/contracts/kit/errors'
import { centerChoice } from '@/centers/centers-choice.store'
import { useCenter } from '@/centers/centers.api'
import { CenterHead } from '@/centers/components/center-head'
import { CenterPicker } from '@/centers/components/center-picker'
import { ProgrammeGrid } from '@/centers/components/programme-grid'
import { useEntry } from '@/centers/use-entry'
import { NextThing } from '@/activities/components/next-thing'
import { ComingActivities } from '@/activities/components/coming-activities'
import { OpenDemand } from '@/financing/components/open-demand'
import { LatestAnnouncement } from '@/notices/components/latest-announcement'
import { useUnread } from '@/notices/use-unread'
import { OpenCase } from '@/transfer/components/open-case'
import { readScene } from '@/platform/scene'
import { useStore } from '@/platform/store'
import { asApiError } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { StaleNotice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { SkeletonPage } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { tabPage } from '@/ui/tab-page'

export default tabPage('home', HomePage)

function HomePage() {
  const scene = readScene(useRouter().params.scene)
  const slug = useStore(centerChoice)
  const [arrival, setArrival] = useState<{ isReading: boolean; error: ApiError | null }>({ isReading: scene !== null, error: null })
  const entry = useEntry(useCallback(() => setArrival({ isReading: false, error: null }), []))
  const [isPicking, setPicking] = useState(false)
  // Rises with every pull and return: the parts of the page load anew together.
  const [turn, setTurn] = useState(0)
  const center = useCenter(slug)
  useUnread(slug)
  const { follow } = entry
  const { reload } = center

  const enter = useCallback(() => {
    if (scene === null) return
    follow(scene).then(
      () => setArrival({ isReading: false, error: null }),
      (error: unknown) => setArrival({ isReading: false, error: asApiError(error) }),
    )
  }, [scene, follow])
  useEffect(enter, [enter])
  const enterAgain = () => {
    setArrival({ isReading: true, error: null })
    enter()
  }

  const refresh = useCallback(async () => {
    setTurn((before) => before + 1)
    await reload()
  }, [reload])
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
  useReturn(() => void refresh())

  const dialogs = (
    <>
      {isPicking && <CenterPicker entry={entry} onClose={() => setPicking(false)} />}
      {entry.dialogs}
    </>
  )

  if (arrival.isReading) return <Screen><SkeletonPage /></Screen>
  if (arrival.error) {
    return (
      <Screen dialogs={dialogs}>
        <CodeTrouble error={arrival.error} onRetry={enterAgain} onType={entry.type} onPick={() => setArrival({ isReading: false, error: null })} />
      </Screen>
    )
  }
  if (slug === null) return <Screen dialogs={entry.dialogs}><CenterPicker entry={entry} isPage /></Screen>
  if (!center.data) {
    const isGone = center.error?.status === 404
    return (
      <Screen dialogs={dialogs}>
        {!center.error && <SkeletonPage />}
        {center.error && isGone && (
          <StateView icon="empty" title="没有这个中心" words="可能已经搬迁或停用，请重新扫码或选择中心。">
            <PrimaryButton text="选择中心" onTap={() => centerChoice.set(null)} />
          </StateView>
        )}
        {center.error && !isGone && <ErrorState error={center.error} onRetry={() => void reload()} />}
      </Screen>
    )
  }
  return (
    <Screen shownAt={center.at} dialogs={dialogs}>
      {center.error && <StaleNotice error={center.error} onRetry={() => void refresh()} />}
      <CenterHead center={center.data} onSwitch={() => setPicking(true)} />
      <LatestAnnouncement center={center.data.slug} turn={turn} />
      <OpenCase center={center.data.slug} turn={turn} />
      <OpenDemand center={center.data.slug} turn={turn} />
      <NextThing center={center.data.slug} turn={turn} />
      <ProgrammeGrid services={center.data.services} />
      <ComingActivities center={center.data.slug} turn={turn} />
      <View className="quick">
        <PlainButton text="扫一扫" onTap={() => void entry.scan()} />
        <PlainButton text="输入编码" onTap={entry.type} />
      </View>
    </Screen>
  )
}

/** The scanned code led nowhere: say which of the two it was, and offer the other ways in. */
function CodeTrouble({ error, onRetry, onType, onPick }: { error: ApiError; onRetry: () => void; onType: () => void; onPick: () => void }) {
  if (error.isRetryable || error.status >= 500) {
    return (
      <ErrorState error={error} onRetry={onRetry}>
        <PlainButton text="输入编码" onTap={onType} />
      </ErrorState>
    )
  }
  return (
    <StateView icon="scan" title="这个码打不开" words={error.message}>
      <PrimaryButton text="输入编码" onTap={onType} />
      <PlainButton text="选择中心" onTap={onPick} />
    </StateView>
  )
}
