import { View } from '@tarojs/components'
import type { Transfer } from '@dangqun/contracts/transfer/schemas'
import { archiveChannelLabels, archiveStepLabels, type ArchiveStep } from '@dangqun/contracts/transfer/vocabulary'
import { Cell } from '@/ui/cell'
import { sayDueDay } from '@/ui/dates.rules'
import { Heading } from '@/ui/heading'

const archiveAdvice: Record<ArchiveStep, string> = {
  not_sent: '开出介绍信后由党组织寄送，不用自己取。',
  sealed: '已密封。密封的档案不要自己拆开。',
  sent: '在路上，接收党委收到后这里会更新。',
  received: '接收党委已收到。',
}

/** What travels beside the case: the letter with its last day, and the file (党员档案). */
export function CasePapers({ transfer, now }: { transfer: Transfer; now: Date }) {
  const { letters, archive, direction, state } = transfer
  const standing = letters.find(({ isVoid }) => !isVoid)
  const isBefore = state === 'draft' || state === 'submitted' || state === 'returned' || state === 'intake'
  const hasArchive = direction !== 'internal' && !(isBefore && archive.channel === null)
  if (!standing && !hasArchive) return null
  return (
    <View>
      <Heading className="section">介绍信和档案</Heading>
      <View className="card card_cells">
        {standing && (
          <Cell title="介绍信" words={`编号 ${standing.number}，有效 ${standing.validDays} 天${standing.replaces ? `，代替 ${standing.replaces}` : ''}`} value={`到 ${sayDueDay(standing.validUntil, now).replace(/（.*/, '')}`} />
        )}
        {hasArchive && (
          <Cell
            title="党员档案"
            words={archive.missing.length > 0 ? `缺：${archive.missing.join('、')}` : archiveAdvice[archive.step]}
            value={[archive.channel && archiveChannelLabels[archive.channel], archiveStepLabels[archive.step]].filter(Boolean).join(' · ')}
          />
        )}
      </View>
    </View>
  )
}
