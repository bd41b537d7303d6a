import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { PublicNode } from '@dangqun/contracts/organization/tree/schemas'
import { organizationKindLabels } from '@dangqun/contracts/organization/tree/vocabulary'
import { useLoaded } from '@/platform/use-loaded'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { Screen } from '@/ui/screen'
import { SkeletonRows } from '@/ui/skeleton'
import { ErrorState, StateView } from '@/ui/state-view'
import { treeApi } from '../../organization-bindings.api'

/** The 1+2+N of a centre, names and kinds only. */
export default function ChartPage() {
  const { center = '' } = useRouter().params
  const chart = useLoaded(center, () => treeApi.readPublicTree({ params: { center } }))
  const groups: { title: string; nodes: PublicNode[] }[] = chart.data
    ? [
        { title: '1 · 核心', nodes: chart.data.core ? [chart.data.core] : [] },
        { title: '2 · 骨干', nodes: chart.data.trunk },
        { title: 'N · 成员', nodes: chart.data.members },
        { title: 'N · 共建单位', nodes: chart.data.partners },
      ].filter(({ nodes }) => nodes.length > 0)
    : []
  return (
    <Screen>
      {chart.error && !chart.data && <ErrorState error={chart.error} onRetry={() => void chart.reload()} />}
      {!chart.error && !chart.data && <SkeletonRows count={6} />}
      {chart.data && groups.length === 0 && <StateView icon="people" title="还没有公布组织架构" words="想找党组织，可以到中心窗口咨询。" />}
      {groups.map(({ title, nodes }) => (
        <View key={title}>
          <Heading className="section">{title}{nodes.length > 2 ? `（${nodes.length} 个）` : ''}</Heading>
          <View className="card card_cells">
            {nodes.map((node) => <Cell key={node.name} title={node.name} words={organizationKindLabels[node.kind]} />)}
          </View>
        </View>
      ))}
      {groups.length > 0 && <Text className="words">想加入党组织、找到自己的支部，请到中心窗口咨询。</Text>}
    </Screen>
  )
}
