import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Demand, OwnFirm, OwnFirms } from '@dangqun/contracts/financing/demands/schemas'
import { now } from '@/platform/clock'
import { goBackToNeed, openDemand } from '@/platform/routes'
import { LinkButton, PrimaryButton } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { DateField } from '@/ui/date-field'
import { today } from '@/ui/dates.rules'
import { Field } from '@/ui/field'
import { Heading } from '@/ui/heading'
import { Notice } from '@/ui/notice'
import { Restored } from '@/ui/restored'
import { Screen } from '@/ui/screen'
import { StateView } from '@/ui/state-view'
import { TextArea } from '@/ui/text-area'
import { firstValues, recordOf } from '../financing-demand-form.rules'
import { useDemandForm } from '../use-demand-form'
import { NeedCard } from './need-card'
import { StandingSentence } from './standing-sentence'

interface DemandFormPageProps {
  center: string
  firm: OwnFirm
  contact: OwnFirms['contact']
  opened: Demand | null
}

/** A firm's demand before it is sent: the need as answered, and only what nobody knows yet. */
export function DemandFormPage({ center, firm, contact, opened }: DemandFormPageProps) {
  const [first] = useState(() => firstValues(contact, opened))
  const form = useDemandForm(center, firm.id, opened, first)
  const { draft, need, errors, failure } = form
  const { values, change } = draft
  const [asksContact, setAsksContact] = useState(first.name === '' || first.phone === '')

  if (need === null) {
    return (
      <Screen>
        <StateView icon="empty" title="还没有说需要多少" words="先用一分钟填好金额、期限和用途。">
          <PrimaryButton text="去填需求" onTap={() => goBackToNeed(center)} />
        </StateView>
      </Screen>
    )
  }
  const submit = async () => {
    const id = await form.submit()
    if (id !== null) openDemand(center, id)
  }
  const isContactWrong = errors.name !== undefined || errors.phone !== undefined
  const day = today(now())
  return (
    <Screen bar={<PrimaryButton text="提交需求" busyText={form.isSending ? '正在提交…' : null} onTap={() => void submit()} />}>
      <View className="page-head">
        <Heading className="start__title" level={1}>{opened ? '改好再提交' : '看一遍，没错就提交'}</Heading>
        <Text className="page-head__words">{`${firm.name}，${firm.buildingName}`}</Text>
      </View>
      {opened?.note && (
        <View className="returned">
          <Text className="returned__title">党群服务中心请你改一改</Text>
          <Text className="returned__words">{opened.note}</Text>
        </View>
      )}
      <Restored draft={draft} />
      <NeedCard need={need} record={recordOf(firm)} error={errors.need ?? null} onChange={form.changeNeed} />
      <View className="card card_form">
        <TextArea label="具体用途" placeholder="选填，如春节前备货" value={values.purposeText} maxLength={200} error={errors.purposeText ?? null} onChange={(purposeText) => change({ purposeText })} />
        <DateField label="最晚使用" placeholder="选填" value={values.neededBy} start={day} end={`${Number(day.slice(0, 4)) + 2}-12-31`} error={errors.neededBy ?? null} onChange={(neededBy) => change({ neededBy })} />
      </View>
      {asksContact || isContactWrong ? (
        <View className="card card_form">
          <Field label="联系人" placeholder="怎么称呼你" value={values.name} maxLength={40} error={errors.name ?? null} onChange={(name) => change({ name })} />
          <Field label="手机号" placeholder="11 位手机号" kind="number" value={values.phone} maxLength={20} error={errors.phone ?? null} onChange={(phone) => change({ phone })} />
          <Text className="words">只给中心核对用。哪家银行看得到，提交后由你逐家决定。</Text>
        </View>
      ) : (
        <View className="card card_cells">
          <Cell icon="phone" title={`${values.name} ${values.phone}`} words="联系人。哪家银行看得到，提交后由你逐家决定" value="换一个" onTap={() => setAsksContact(true)} />
        </View>
      )}
      {form.wishes.length > 0 && (
        <View className="card summary">
          <Text className="summary__title">你看中的产品</Text>
          {form.wishes.map(({ id, name }, index) => (
            <View key={id} className="wish">
              <Text className="wish__name">{name || `对比时选的第 ${index + 1} 款`}</Text>
              <LinkButton text="去掉" onTap={() => form.dropWish(id)} />
            </View>
          ))}
          <Text className="words-small">选银行时先帮你勾上，还可以改。</Text>
        </View>
      )}
      {failure && <Notice kind="warn" text={`${failure.message.replace(/。$/, '')}。填写的内容还在，可以再点一次。`} />}
      <StandingSentence />
    </Screen>
  )
}
