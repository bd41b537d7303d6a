import { Text, View } from '@tarojs/components'
import type { TransferBranches, TransferFinding, TransferForm } from '@dangqun/contracts/transfer/schemas'
import { Heading } from '@/ui/heading'
import { Icon } from '@/ui/icon'
import { FormSummary } from './form-summary'
import { Mend } from './mend'
import type { FormStep, FormValues } from '../transfer-form.rules'

interface FormCheckProps {
  steps: readonly FormStep[]
  values: FormValues
  form: TransferForm
  branches: TransferBranches['items']
  /** null: nobody has looked at it yet. */
  findings: readonly TransferFinding[] | null
  onMend: (field: string, text: string) => void
  onGo: (step: FormStep) => void
}

/** Before it is sent: what would be sent back, and everything once more to be read over. */
export function FormCheck({ steps, values, form, branches, findings, onMend, onGo }: FormCheckProps) {
  const stops = findings?.filter(({ level }) => level === 'stop').length ?? 0
  const stepOf = (field: string | null) => steps.find(({ fields, optional }) => ([...fields, ...optional] as string[]).includes(field ?? ''))
  return (
    <View>
      <Heading className="start__title" level={1}>{stops > 0 ? `还有 ${stops} 处要改` : '看一遍，没错就提交'}</Heading>
      {findings !== null && (
        <View className={`checked ${stops > 0 ? 'checked_stop' : 'checked_good'}`}>
          <Icon name={stops > 0 ? 'info' : 'check'} size={20} />
          <Text className="checked__words">{stops > 0 ? '按现在的写法会被退回，改好再提交，少跑一趟。' : '已按规定查过一遍，没有会被退回的地方。'}</Text>
        </View>
      )}
      {[...(findings ?? [])].sort((one, other) => Number(one.level === 'warn') - Number(other.level === 'warn')).map((finding) => {
        const step = stepOf(finding.field)
        return <Mend key={`${finding.field ?? ''} ${finding.message}`} finding={finding} onMend={(text) => onMend(finding.field ?? '', text)} onGo={step && (() => onGo(step))} />
      })}
      {steps.map((step) => (
        <FormSummary key={step.key} title={step.title} fields={[...step.fields, ...step.optional]} values={values} form={form} branches={branches} changeText="修改" onChange={() => onGo(step)} />
      ))}
    </View>
  )
}
