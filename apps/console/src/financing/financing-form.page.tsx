import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import type { ProductVersion } from '@dangqun/contracts/financing/versions/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { Alert, App, Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useMe } from '../accounts/accounts.api'
import { usePageTitle } from '../platform/page-title'
import { useDraft } from '../platform/use-draft'
import { BackLink } from '../ui/back-link'
import { ErrorPanel } from '../ui/error-panel'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { sayError } from '../ui/say-error'
import { inShanghai } from '../platform/dates.rules'
import { CostPanel } from './components/cost-panel'
import { TermsEditor } from './components/terms-editor'
import { emptyTerms } from './financing-form.rules'
import { useBanks, useSaveVersion, useVersion } from './financing.api'

/** `/loans/new` and `/loans/{id}/{number}/edit`. */
export function FinancingFormPage() {
  const { center = '', id, number } = useParams()
  const { data: me } = useMe()
  if (!me) return null
  return id === undefined || number === undefined
    ? <Editor key={center} center={center} stored={null} draftName={`${me.account.id}.${center}.loan.new`} />
    : <StoredVersion key={`${id} ${number}`} center={center} id={id} number={number} account={me.account.id} />
}

function StoredVersion({ center, id, number, account }: { center: string; id: string; number: string; account: string }) {
  const version = useVersion(center, { id, number })
  const back = <Link to={`/${center}/loans`}><Button>返回产品列表</Button></Link>
  if (version.isPending) return <section className="panel"><ListSkeleton /></section>
  if (!version.data) return <ErrorPanel error={version.error} what="产品" onRetry={() => void version.refetch()} back={back} />
  const view = <Link to={`/${center}/loans/${id}/${number}`}><Button type="primary">查看这一版</Button></Link>
  if (version.data.isBankRetired) return <NoticePanel title={`“${version.data.bank.name}”已停用`} body="停用的银行不能改产品；需要恢复，请联系中心。写过的内容都还在。" action={view} />
  if (!version.data.allowedActions.includes('update')) return <NoticePanel title="这一版不能再改" body="已提交或已上架的版本只能查看；要改动，请写下一版。" action={view} />
  return <Editor center={center} stored={version.data} draftName={`${account}.${center}.loan.${id}.${number}`} />
}

function Editor({ center, stored, draftName }: { center: string; stored: ProductVersion | null; draftName: string }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const banks = useBanks(center)
  const { data: me } = useMe()
  const mine = me?.grants.flatMap(({ scope, center: at }) => (scope?.kind === 'bank' && at?.slug === center ? [scope.id] : [])) ?? []
  const own = banks.data?.items.filter(({ id }) => mine.includes(id)) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const bank = stored?.bank ?? own.find(({ id }) => id === chosen) ?? own[0]
  const first = stored?.terms ?? emptyTerms(inShanghai(new Date().toISOString()).format('YYYY-MM-DD'))
  // The revision that it began from goes along: what a colleague saved meanwhile must not be written over unseen.
  const begun = { terms: first, revision: stored?.revision ?? 0 }
  const draft = useDraft<{ terms: ProductTerms; revision: number }>(draftName, begun)
  const { terms, revision } = draft.value
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = useSaveVersion(center, stored && { id: stored.productId, number: String(stored.number) })
  usePageTitle(stored ? '修改产品' : '新建产品', stored?.terms.name)

  const send = async () => {
    if (!bank) return
    setErrors({})
    try {
      const saved = await save.mutateAsync({ terms, bankId: bank.id, revision })
      draft.drop()
      void message.success('已保存，核对后提交审核')
      void navigate(`/${center}/loans/${saved.productId}/${saved.number}`, { replace: true })
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {}
      setErrors(fields)
      void message.error(Object.keys(fields).length > 0 ? '有几处要改，已标出' : sayError(error, '没有保存，请重试'))
    }
  }
  if (!stored && banks.isError && !banks.data) return <ErrorPanel error={banks.error} what="银行" onRetry={() => void banks.refetch()} />
  if (!stored && banks.data && !bank) return <NoticePanel title="你所在的银行已停用" body="停用的银行不能新建产品；需要恢复，请联系中心。" />
  return (
    <>
      <PageHeader above={<BackLink to={`/${center}/loans`}>贷款产品</BackLink>} title={stored ? `修改：${stored.terms.name}（第 ${stored.number} 版）` : '新建产品'} note="先存为草稿，只有本行和中心看得到；提交后由中心审核。" />
      {draft.isRestored ? <Alert className="advice" type="info" showIcon title="已恢复你上次没有保存的内容" action={<Button size="small" onClick={() => draft.drop(begun)}>放弃这些改动</Button>} /> : null}
      {stored && stored.revision !== revision ? (
        <Alert
          className="advice" type="warning" showIcon title="这一版刚被同事改过" description="你填的内容还在，没有覆盖对方的。"
          action={<span className="marks"><Button size="small" onClick={() => draft.drop(begun)}>改用最新的</Button><Button size="small" onClick={() => draft.set({ terms, revision: stored.revision })}>仍用我填的</Button></span>}
        />
      ) : null}
      {own.length > 1 && !stored ? <Select aria-label="银行" value={bank?.id} options={own.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} style={{ width: 200, marginBottom: 16 }} /> : null}
      <div className="detail">
        <div className="detail-main form" style={{ maxWidth: 'none' }}>
          <TermsEditor terms={terms} errors={errors} onChange={(next) => draft.set({ terms: next, revision })} />
          <div className="form-foot">
            <Button type="primary" size="large" loading={save.isPending} disabled={!bank} onClick={() => void send()}>保存草稿</Button>
            <Link to={stored ? `/${center}/loans/${stored.productId}/${stored.number}` : `/${center}/loans`}><Button size="large">返回</Button></Link>
            {Object.keys(errors).length > 0 ? <span className="field-error">有 {Object.keys(errors).length} 处要改</span> : null}
          </div>
        </div>
        <div className="detail-side" style={{ position: 'sticky', top: 16 }}><CostPanel center={center} bankName={bank?.name ?? ''} terms={terms} /></div>
      </div>
    </>
  )
}
