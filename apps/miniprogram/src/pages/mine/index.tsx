import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import type { Person } from '@dangqun/contracts/organization/schemas'
import { accountsApi } from '@/accounts/accounts.api'
import { useSignIn, signOut } from '@/accounts/use-sign-in'
import { centerChoice } from '@/centers/centers-choice.store'
import { useCenter } from '@/centers/centers.api'
import { DemandsCell } from '@/financing/components/open-demand'
import { InboxCell } from '@/notices/components/inbox-cell'
import { organizationApi } from '@/organization/organization.api'
import { ProfileDialog, type ProfileQuestion } from '@/organization/components/profile-dialog'
import { call } from '@/platform/phone-call'
import { reading } from '@/platform/reading'
import { goToBindings, goToChart, goToConsents, goToDesks, goToDevices, goToDisplay, goToInvitation, goToNoShows, goToPrivacy, goToTab } from '@/platform/routes'
import { useSession } from '@/platform/session'
import { useStore } from '@/platform/store'
import { useAsk } from '@/platform/use-ask'
import { asApiError, useLoaded } from '@/platform/use-loaded'
import { useReturn } from '@/platform/use-return'
import { PlainButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { sayOpeningHours } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { ErrorNotice, Notice } from '@/ui/notice'
import { Screen } from '@/ui/screen'
import { tabPage } from '@/ui/tab-page'
import { TransfersCell } from '@/transfer/components/open-case'

export default tabPage('mine', MinePage)

function MinePage() {
  const slug = useStore(centerChoice)
  const token = useSession()
  const { isCare } = useStore(reading)
  const { data: center } = useCenter(slug)
  const signIn = useSignIn()
  const profile = useAsk<ProfileQuestion, Person | null>()
  const [notice, setNotice] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const person = useLoaded(token && slug && `${slug} ${token}`, () => organizationApi.getMyPerson({ params: { center: slug ?? '' } }))
  const me = useLoaded(token && `me ${token}`, () => accountsApi.me({}), { keptAs: 'me' })
  const isAtDoor = me.data?.grants.some((grant) => grant.center?.slug === slug && grant.permissions.includes('activities.checkIn')) ?? false
  const [turn, setTurn] = useState(0)
  useReturn(() => {
    setTurn((before) => before + 1)
    void Promise.all([person.reload(), me.reload()])
  })

  const begin = async () => {
    setBusy('正在登录…')
    setNotice(null)
    try {
      if ((await signIn.ensure()) === 'refused') setNotice('没有登录，也没有收集任何信息。首页和服务可以照常浏览。')
    } catch (error) {
      setNotice(asApiError(error).message)
    }
    setBusy(null)
  }
  const leave = async () => {
    setBusy('正在退出…')
    await signOut()
    setBusy(null)
  }
  const edit = async (known: Person) => {
    const saved = await profile.ask({ center: slug ?? '', fields: ['name', 'phone'], title: '我的姓名和手机号', why: '只给这个中心的工作人员联系你用，报名名单里手机号中间四位不显示。', saveText: '保存', known })
    if (saved) person.replace(saved)
  }

  return (
    <Screen
      dialogs={
        <>
          {signIn.dialogs}
          {profile.question && <ProfileDialog {...profile.question} onAnswer={profile.answer} />}
        </>
      }
    >
      <View className="me">
        <View className="me__sign"><Icon name="user" size={30} /></View>
        <View className="me__text">
          <Heading className="me__name" level={1}>{token === null ? '未登录' : (person.data?.name ?? '已登录')}</Heading>
          <Text className="me__words">{token === null ? '浏览不用登录，报名时再登录' : (center?.name ?? '')}</Text>
        </View>
      </View>
      {notice && <Notice text={notice} />}
      {person.error && <ErrorNotice error={person.error} onRetry={() => void person.reload()} />}
      {token === null && (
        <View className="actions">
          <PrimaryButton text="登录" busyText={busy} onTap={() => void begin()} />
        </View>
      )}
      {token !== null && (
        <View className="card card_cells">
          {person.data && <ProfileCell person={person.data} onEdit={(known) => void edit(known)} />}
          {slug !== null && <InboxCell center={slug} />}
          {slug !== null && isAtDoor && <Cell icon="scan" title="签到台" words="在活动门口扫签到码" onTap={() => goToDesks(slug)} />}
          <Cell icon="calendar" title="我的日程" onTap={() => goToTab('schedule')} />
          {slug !== null && <TransfersCell center={slug} turn={turn} />}
          {slug !== null && <DemandsCell center={slug} turn={turn} />}
          {slug !== null && <Cell icon="clock" title="未到场与申诉" onTap={() => goToNoShows(slug)} />}
          {slug !== null && <Cell icon="shield" title="我的身份" words="党员身份、企业代表身份" onTap={() => goToBindings(slug)} />}
          <Cell icon="ticket" title="输入邀请码" words="中心请你担任工作人员、支部书记等时用" onTap={goToInvitation} />
        </View>
      )}
      {center && <AboutCenter center={center} />}
      <View className="card card_cells">
        <Cell icon="text" title="显示设置" value={isCare ? '关怀模式' : '字号、关怀模式'} onTap={goToDisplay} />
        {token !== null && <Cell icon="check" title="我的授权" words="同意过什么，逐项撤回，下载个人信息" onTap={goToConsents} />}
        {token !== null && <Cell icon="keys" title="登录设备" words="手机丢了，在这里让它退出" onTap={goToDevices} />}
        <Cell icon="shield" title="隐私说明" onTap={goToPrivacy} />
      </View>
      {token !== null && (
        <View className="actions">
          <PlainButton text="退出登录" busyText={busy} onTap={() => void leave()} />
        </View>
      )}
    </Screen>
  )
}

function ProfileCell({ person, onEdit }: { person: Person; onEdit: (known: Person) => void }) {
  const known = [person.name, person.phone].filter(Boolean).join(' · ')
  return <Cell icon="user" title="姓名和手机号" words={known || '还没有留，活动需要时才会问'} value={known ? '更正' : '填写'} onTap={() => onEdit(person)} />
}

function AboutCenter({ center }: { center: CenterCard }) {
  return (
    <View>
      <Heading className="section">{center.name}</Heading>
      <View className="card card_cells">
        <Cell icon="info" title={center.about} />
        <Cell icon="clock" title={sayOpeningHours(center.openingHours).join('，')} />
        <Cell icon="people" title="组织架构" words="商圈党组织、群团组织和共建单位" onTap={() => goToChart(center.slug)} />
        <Cell icon="phone" title={center.phone} words="更正信息、投诉建议也打这个电话" value="打电话" onTap={() => call(center.phone)} />
      </View>
    </View>
  )
}
