import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Receiver } from '@dangqun/contracts/transfer/schemas'
import { useLoaded } from '@/platform/use-loaded'
import { Tap } from '@/ui/button'
import { Field } from '@/ui/field'
import { Icon } from '@/ui/icon'
import { transferApi } from '../transfer.api'
import { Mend } from './mend'
import { placeholders, type FormErrors, type FormValues } from '../transfer-form.rules'

const pauseMs = 250

/** What stands still for a moment: the directory is not asked at every letter. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

interface ReceiverFieldProps {
  center: string
  values: FormValues
  errors: FormErrors
  /** Of the case's own committee: a move within it is no transfer out. */
  ownCode: string | null
  onChange: (patch: Partial<FormValues>) => void
}

/** 接收党组织 and 抬头: found in the directory while one types, and what would be sent back is mended by one tap. */
export function ReceiverField({ center, values, errors, ownCode, onChange }: ReceiverFieldProps) {
  const { receivingCommitteeName: name, title } = values
  const [isPicked, setPicked] = useState(name !== '')
  const asked = useSettled(name.trim())
  const found = useLoaded(!isPicked && asked.length >= 2 ? `${center} ${asked}` : null, () => transferApi.searchReceivers({ params: { center }, query: { q: asked } }))
  const typedTitle = useSettled(title.trim())
  const checked = useLoaded(typedTitle.length >= 2 ? `${center} ${typedTitle} title` : null, () => transferApi.searchReceivers({ params: { center }, query: { q: typedTitle } }))
  const findings = title.trim() === typedTitle ? (checked.data?.findings.filter(({ field }) => field === 'title') ?? []) : []
  const offers = (found.data?.items ?? []).filter(({ code }) => code === null || code !== ownCode)
  const pick = (receiver: Receiver) => {
    setPicked(true)
    onChange({ receivingCommitteeName: receiver.name, receivingCommitteeCode: receiver.code ?? '', title: receiver.title })
  }
  return (
    <View>
      <Field
        label="接收党委"
        placeholder="输入单位、街道或园区名来找"
        value={name}
        maxLength={80}
        error={errors.receivingCommitteeName ?? null}
        onChange={(receivingCommitteeName) => {
          setPicked(false)
          onChange({ receivingCommitteeName })
        }}
      />
      {!isPicked && offers.length > 0 && (
        <View className="offers">
          {offers.map((receiver) => (
            <Tap key={`${receiver.name} ${receiver.code ?? ''}`} className="offers__one" label={`选 ${receiver.name}，抬头 ${receiver.title}`} onTap={() => pick(receiver)}>
              <View className="offers__words">
                <Text className="offers__name">{receiver.name}</Text>
                <Text className="offers__note">{`${receiver.region} · ${receiver.title}`}</Text>
              </View>
              <Icon name="chevron" size={16} />
            </Tap>
          ))}
        </View>
      )}
      {!isPicked && asked.length >= 2 && found.data && offers.length === 0 && <Text className="field__derived">目录里没有找到。可以照接收单位说的全称填写，抬头填在下一行。</Text>}
      {!isPicked && found.error && <Text className="field__derived">目录暂时查不到，可以先照全称填写。</Text>}
      <Field label="抬头" placeholder={placeholders.title ?? ''} value={title} maxLength={80} error={findings.length > 0 ? null : (errors.title ?? null)} onChange={(next) => onChange({ title: next })} />
      {findings.map((finding) => <Mend key={finding.message} finding={finding} saysReason onMend={(text) => onChange({ title: text })} />)}
    </View>
  )
}
