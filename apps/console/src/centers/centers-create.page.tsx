import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { useStoredSession } from '../platform/session-store'
import { useDraft } from '../platform/use-draft'
import { BackLink } from '../ui/back-link'
import { Field, focusField } from '../ui/field'
import { PageHeader } from '../ui/page-header'
import { emptyCenter, newCenterErrors, type NewCenter } from './centers-create-form.rules'
import { useCreateCenter } from './centers.api'

const list = '/platform/centers'

/** 新建中心: what nobody but the system administrator sets; everything else is its manager's. */
export function CentersCreatePage() {
  usePageTitle('新建中心')
  const navigate = useNavigate()
  const create = useCreateCenter()
  const draft = useDraft(`${useStoredSession()?.username ?? ''}.platform.center`, emptyCenter)
  const [wasAsked, setWasAsked] = useState(false)
  const [refusal, setRefusal] = useState<{ fields: Record<string, string>; message: string | null }>({ fields: {}, message: null })
  const found = newCenterErrors(draft.value)
  const errors: Record<string, string | undefined> = { ...(wasAsked ? found : {}), ...refusal.fields }

  const change = (field: keyof NewCenter, value: string) => {
    draft.set({ ...draft.value, [field]: value })
    setRefusal({ message: null, fields: Object.fromEntries(Object.entries(refusal.fields).filter(([name]) => name !== field)) })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (create.isPending) return
    setWasAsked(true)
    const first = Object.keys(emptyCenter).find((field) => found[field])
    if (first) return focusField(`center-${first}`)
    setRefusal({ fields: {}, message: null })
    try {
      const { slug } = await create.mutateAsync(draft.value)
      draft.drop()
      void navigate(`${list}?made=${slug}`, { replace: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const fields = error.code === 'centers.slugTaken' ? { slug: error.message } : error.fields
      setRefusal({ fields, message: Object.keys(fields).length > 0 ? null : error.isRetryable ? `${error.message}。填写的内容已保存在本机，可直接再点一次。` : error.message })
      if (fields['slug']) focusField('center-slug')
    }
  }
  const input = (field: keyof NewCenter, maxLength: number, placeholder: string) => (props: object) => <Input {...props} maxLength={maxLength} placeholder={placeholder} value={draft.value[field]} onChange={(event) => change(field, event.target.value)} />
  return (
    <>
      <PageHeader above={<BackLink to={list}>所有中心</BackLink>} title="新建中心" note="先填这四项就能用；介绍、照片、楼宇和服务由中心主任补齐。" />
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-busy={create.isPending}>
        {draft.isRestored ? <Alert type="info" showIcon title="已恢复你上次没有提交的内容" action={<Button size="small" onClick={() => draft.drop(emptyCenter)}>清空重填</Button>} /> : null}
        <section className="panel form-part" aria-label="中心资料">
          <Field id="center-name" label="名称" error={errors['name']} hint="手机和后台都这样称呼它。">{input('name', 40, '例如：滨湖商圈党群服务中心')}</Field>
          <Field id="center-slug" label="代号" error={errors['slug']} hint="3 到 30 个小写字母和数字，可用 - 连接。它写进网址和链接里，建好以后不能改。">{input('slug', 30, '例如：binhu')}</Field>
          <Field id="center-address" label="地址" error={errors['address']}>{input('address', 80, '例如：滨湖商圈滨湖大厦一楼')}</Field>
          <Field id="center-phone" label="电话" error={errors['phone']} hint="开放时间先按周一至周五 9:00–17:30，主任可以随时改。">{input('phone', 20, '例如：0551-60000000')}</Field>
        </section>
        <footer className="form-foot">
          <Button type="primary" htmlType="submit" size="large" loading={create.isPending}>新建中心</Button>
          <Link to={list}><Button size="large">返回列表</Button></Link>
          {refusal.message ? <Alert type="error" showIcon role="alert" title={refusal.message} /> : null}
        </footer>
      </form>
    </>
  )
}
