import { createCenter, type CreateCenter } from '@dangqun/contracts/centers/schemas'
import { useNavigate } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { BackLink } from '../ui/back-link'
import { EntryForm, EntryLine } from '../ui/entry-form'
import { PageHeader } from '../ui/page-header'
import { useEntry } from '../ui/use-entry'
import { useCreateCenter } from './centers.api'

const list = '/platform/centers'

/** 新建中心: what nobody but the system administrator sets; everything else is its manager's. */
export function CentersCreatePage() {
  usePageTitle('新建中心')
  const navigate = useNavigate()
  const create = useCreateCenter()
  const entry = useEntry<{ name: string; slug: string; address: string; phone: string }, CreateCenter>({
    name: `${useStoredSession()?.username ?? ''}.platform.center`,
    initial: { name: '', slug: '', address: '', phone: '' },
    schema: createCenter,
    toBody: (values) => ({ ...values }),
    unset: { name: '请填写', slug: '请填写', address: '请填写', phone: '请填写' },
    refusedField: { 'centers.slugTaken': 'slug' },
    send: async (body) => {
      const { slug } = await create.mutateAsync(body)
      void navigate(`${list}?made=${slug}`, { replace: true })
    },
  })
  return (
    <>
      <PageHeader above={<BackLink to={list}>所有中心</BackLink>} title="新建中心" note="先填这四项就能用；介绍、照片、楼宇和服务由中心主任补齐。" />
      <div className="form">
        <EntryForm entry={entry} submitLabel="新建中心" onCancel={() => void navigate(list)}>
          <section className="panel form-part" aria-label="中心资料">
            <EntryLine entry={entry} field="name" label="名称" maxLength={40} hint="手机和后台都这样称呼它。" placeholder="例如：滨湖商圈党群服务中心" />
            <EntryLine entry={entry} field="slug" label="代号" maxLength={30} hint="3 到 30 个小写字母和数字，可用 - 连接。它写进网址和链接里，建好以后不能改。" placeholder="例如：binhu" />
            <EntryLine entry={entry} field="address" label="地址" placeholder="例如：滨湖商圈滨湖大厦一楼" />
            <EntryLine entry={entry} field="phone" label="电话" maxLength={20} hint="开放时间先按周一至周五 9:00–17:30，主任可以随时改。" placeholder="例如：0551-60000000" />
          </section>
        </EntryForm>
      </div>
    </>
  )
}
