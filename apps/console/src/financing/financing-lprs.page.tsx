import type { Lpr } from '@dangqun/contracts/financing/schemas'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { sayBp } from '@dangqun/contracts/kit/figures'
import { App, Button, InputNumber, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { usePageTitle } from '../platform/page-title'
import { DayPicker } from '../ui/day-picker'
import { ErrorPanel } from '../ui/error-panel'
import { Field } from '../ui/field'
import { ListSkeleton } from '../ui/list-skeleton'
import { NoticePanel } from '../ui/notice-panel'
import { PageHeader } from '../ui/page-header'
import { sayError } from '../ui/say-error'
import { useEnterLpr, useLprs, useRemoveLpr } from './financing.api'

/** The LPR as it was published: every rate that follows it is reckoned from the newest line. */
export function FinancingLprsPage() {
  const { center = '' } = useParams()
  const { message } = App.useApp()
  const lprs = useLprs(center)
  const remove = useRemoveLpr(center)
  usePageTitle('LPR 公布值')
  const allowed = lprs.data?.allowedActions ?? []
  const columns = [
    { title: '公布日期', key: 'on', render: (_: unknown, { publishedOn }: Lpr) => <span className="figures strong">{publishedOn}</span> },
    { title: '一年期', key: '1y', width: 140, align: 'right' as const, render: (_: unknown, { oneYearBp }: Lpr) => <span className="figures">{sayBp(oneYearBp)}</span> },
    { title: '五年期以上', key: '5y', width: 140, align: 'right' as const, render: (_: unknown, { fiveYearBp }: Lpr) => <span className="figures">{sayBp(fiveYearBp)}</span> },
    {
      title: '', key: 'act', width: 110, align: 'right' as const,
      render: (_: unknown, { publishedOn }: Lpr) => allowed.includes('remove') ? (
        <Popconfirm title={`删除 ${publishedOn} 的公布值？`} okText="删除" cancelText="不删" onConfirm={() => void remove.mutateAsync(publishedOn).then(() => void message.success('已删除'), (error: unknown) => void message.error(sayError(error, '没有删掉，请重试')))}>
          <Button type="text">删除</Button>
        </Popconfirm>
      ) : null,
    },
  ]
  return (
    <>
      <PageHeader title="LPR 公布值" note="每月 20 日（遇节假日顺延）由全国银行间同业拆借中心公布。所有随 LPR 的利率按最近一次测算。" />
      <div className="detail">
        <section className="panel detail-main" aria-label="公布值">
          {lprs.isPending ? <ListSkeleton /> : null}
          {lprs.isError && !lprs.data ? <ErrorPanel error={lprs.error} what="LPR" onRetry={() => void lprs.refetch()} /> : null}
          {lprs.data?.items.length === 0 ? <NoticePanel title="还没有录入" body="录入最近一次公布值后，企业才能比较贷款。" /> : null}
          {lprs.data && lprs.data.items.length > 0 ? <Table<Lpr> rowKey="publishedOn" columns={columns} dataSource={lprs.data.items} pagination={false} /> : null}
        </section>
        {allowed.includes('enter') ? <EnterLpr center={center} /> : null}
      </div>
    </>
  )
}

function EnterLpr({ center }: { center: string }) {
  const { message } = App.useApp()
  const enter = useEnterLpr(center)
  const [values, setValues] = useState<{ publishedOn: string; oneYear: number | null; fiveYear: number | null }>({ publishedOn: '', oneYear: null, fiveYear: null })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const save = async () => {
    const missing = { ...(values.publishedOn ? {} : { publishedOn: '请填写公布日期' }), ...(values.oneYear ? {} : { oneYearBp: '请填写利率' }), ...(values.fiveYear ? {} : { fiveYearBp: '请填写利率' }) }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    try {
      await enter.mutateAsync({ publishedOn: values.publishedOn, oneYearBp: Math.round((values.oneYear ?? 0) * 100), fiveYearBp: Math.round((values.fiveYear ?? 0) * 100) })
      setValues({ publishedOn: '', oneYear: null, fiveYear: null })
      void message.success('已保存，新的测算马上按它算')
    } catch (error) {
      setErrors(error instanceof ApiError ? error.fields : {})
      if (!(error instanceof ApiError) || Object.keys(error.fields).length === 0) void message.error(sayError(error, '没有保存，请重试'))
    }
  }
  return (
    <section className="panel facts detail-side" aria-labelledby="enter-title">
      <h2 id="enter-title">录入一次公布值</h2>
      <p className="quiet">同一日期再录一次就是更正。</p>
      <div style={{ marginTop: 16 }}>
        <Field id="lpr-on" label="公布日期" error={errors['publishedOn']}>{(props) => <DayPicker {...props} value={values.publishedOn || null} onChange={(publishedOn) => setValues({ ...values, publishedOn: publishedOn ?? '' })} />}</Field>
        <Field id="lpr-1y" label="一年期" error={errors['oneYearBp']}>{(props) => <InputNumber {...props} min={0.01} max={15} step={0.05} precision={2} suffix="%" className="number" value={values.oneYear} onChange={(oneYear) => setValues({ ...values, oneYear })} />}</Field>
        <Field id="lpr-5y" label="五年期以上" error={errors['fiveYearBp']}>{(props) => <InputNumber {...props} min={0.01} max={15} step={0.05} precision={2} suffix="%" className="number" value={values.fiveYear} onChange={(fiveYear) => setValues({ ...values, fiveYear })} />}</Field>
        <Button type="primary" block loading={enter.isPending} onClick={() => void save()}>保存</Button>
      </div>
    </section>
  )
}
