import { ApiError } from '@dangqun/contracts/kit/errors'
import type { CreateFirm, FirmDetail } from '@dangqun/contracts/organization/firms/schemas'
import type { FirmField } from '@dangqun/contracts/organization/firms/vocabulary'
import { firmKindLabels, firmSizeLabels } from '@dangqun/contracts/organization/vocabulary'
import { App, Button, Drawer, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { HistoryPart } from '../../audit/components/history-panel'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { changedMeanwhileWords, changesOfFirm, changeWords, firmValuesOf, floorWords, industryWords } from '../organization-firm-form.rules'
import { useFirm, useUpdateFirm } from '../organization-firms.api'
import { FirmForm } from './firm-form'

/** One firm, with who changed what beside it. */
export function FirmDrawer({ center, id, onClose }: { center: string; id: string | undefined; onClose: () => void }) {
  const firm = useFirm(center, id)
  return (
    <Drawer open={id !== undefined} onClose={onClose} size={880} title={firm.data?.name ?? '企业'} destroyOnHidden>
      {firm.isPending ? <ListSkeleton rows={8} /> : null}
      {firm.isError && !firm.data ? <ErrorPanel error={firm.error} what="这家企业" onRetry={() => void firm.refetch()} /> : null}
      {firm.data ? <FirmCard key={firm.data.id} center={center} firm={firm.data} readNewest={async () => (await firm.refetch({ throwOnError: true })).data} /> : null}
    </Drawer>
  )
}

function FirmCard({ center, firm, readNewest }: { center: string; firm: FirmDetail; readNewest: () => Promise<FirmDetail | undefined> }) {
  const { message } = App.useApp()
  const [isEditing, setIsEditing] = useState(false)
  const update = useUpdateFirm(center, firm.id)
  const mayUpdate = firm.allowedActions.includes('update')
  const save = async (body: CreateFirm) => {
    const changes = changesOfFirm(firm, body)
    try {
      await update.mutateAsync(changes)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'request.changedMeanwhile') throw error
      const newest = await readNewest()
      const { fields = [] } = (error.details ?? {}) as { fields?: FirmField[] }
      throw newest ? new ApiError(error.status, error.code, changedMeanwhileWords(fields, newest, changes)) : error
    }
    setIsEditing(false)
    void message.success('已保存')
  }
  return (
    <div className="drawer-pair">
      <div>
        {isEditing ? <FirmForm center={center} name={`firm.${center}.${firm.id}`} initial={firmValuesOf(firm)} building={firm.building} submitLabel="保存" send={save} onCancel={() => setIsEditing(false)} /> : <FirmFacts firm={firm} />}
        {mayUpdate && !isEditing ? <div className="drawer-actions"><Button type="primary" onClick={() => setIsEditing(true)}>修改资料</Button></div> : null}
      </div>
      {mayUpdate ? <HistoryPart center={center} kind="firm" id={firm.id} say={({ fact, data }) => changeWords(fact, data)} /> : null}
    </div>
  )
}

function FirmFacts({ firm }: { firm: FirmDetail }) {
  const missing = <span className="quiet">未填</span>
  return (
    <dl className="sheet">
      <dt>信用代码</dt><dd className="figures">{firm.creditCode ?? missing}</dd>
      <dt>类型、规模</dt><dd>{firmKindLabels[firm.kind]}，{firmSizeLabels[firm.size]}</dd>
      <dt>行业</dt><dd>{industryWords(firm.industry) ?? missing}</dd>
      <dt>位置</dt><dd>{[firm.building.name, floorWords(firm.floor), firm.room].filter(Boolean).join('，')}</dd>
      <dt>成立时间</dt><dd className="figures">{firm.foundedOn}</dd>
      <dt>标签</dt><dd>{firm.tags.length > 0 ? <span className="tags">{firm.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> : <span className="quiet">没有标签</span>}</dd>
      <dt>党组织</dt><dd>{firm.branch ? <Link to={`../organizations?node=${firm.branch.id}`} relative="path">{firm.branch.name}</Link> : <span className="quiet">没有单独的党支部</span>}</dd>
    </dl>
  )
}
