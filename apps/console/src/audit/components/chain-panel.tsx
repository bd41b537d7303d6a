import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import type { ChainProblem } from '@dangqun/contracts/audit/schemas'
import { chainProblemLabels } from '@dangqun/contracts/audit/vocabulary'
import { App, Button } from 'antd'
import { useNow } from '../../platform/use-now'
import { ErrorPanel } from '../../ui/error-panel'
import { ListSkeleton } from '../../ui/list-skeleton'
import { MomentText } from '../../ui/moment-text'
import { useChain, useNewestChecked, useWholeCheck, type Checked, type Ledger } from '../audit.api'
import { shortId } from '../audit-words.rules'

/** Sealing runs every few seconds; later than this something holds it up. */
const lateMs = 120_000

const count = (number: number) => number.toLocaleString('zh-CN')

/** How far the ledger is sealed, and whether its seals hold. */
export function ChainPanel({ ledger }: { ledger: Ledger }) {
  const { message } = App.useApp()
  const now = useNow()
  const chain = useChain(ledger)
  const newest = useNewestChecked(ledger, chain.data?.sealed)
  const { whole, begin } = useWholeCheck(ledger)
  if (chain.isPending) return <section className="panel chain"><ListSkeleton rows={1} /></section>
  if (!chain.data) return <section className="panel chain"><ErrorPanel error={chain.error} what="封存状态" onRetry={() => void chain.refetch()} /></section>
  const { sealed, sealedAt, waiting, waitingSince, hash } = chain.data
  const isLate = waitingSince !== null && now - Date.parse(waitingSince) > lateMs
  const checked = whole?.state === 'done' ? whole.checked : newest.data
  const copy = () => void navigator.clipboard.writeText(`${ledger ?? 'platform'}:${sealed}:${hash}`).then(() => message.success('已复制，抄存到别处，日后可核对整条链'), () => message.error('没有复制成功，请重试'))
  return (
    <section className="panel chain" aria-label="封存状态">
      <div className="chain-words">
        <p className="chain-title">
          {sealedAt === null ? '还没有封存过记录' : <>已封存到第 <strong className="figures">{count(sealed)}</strong> 条，<MomentText at={sealedAt} relative="inline" /></>}
        </p>
        <p className={isLate ? 'chain-late' : 'quiet'}>
          {waiting === 0 ? '没有等待封存的记录。' : waitingSince === null ? null : <>{waiting >= 1_000 ? '1,000 条以上' : `${waiting} 条`}等待封存，最早的写于 <MomentText at={waitingSince} />{isLate ? '：封存落后了，请告知系统管理员' : ''}。</>}
        </p>
      </div>
      <div className="chain-check" aria-live="polite">
        {whole?.state === 'running' ? <span className="quiet">正在校验：{count(whole.to)} / {count(sealed)} 条</span> : null}
        {whole?.state === 'failed' ? <span className="chain-late">没有校验完，请重试</span> : null}
        {whole?.state !== 'running' && whole?.state !== 'failed' && checked ? <Verdict checked={checked} /> : null}
        {whole === null && newest.isError ? <span className="chain-late">最近的封条没有校验成</span> : null}
      </div>
      <div className="chain-actions">
        <Button disabled={sealed === 0} loading={whole?.state === 'running'} onClick={() => void begin()}>从头校验</Button>
        <Button disabled={hash === ''} onClick={copy}>复制校验值</Button>
      </div>
      {checked && checked.problems.length > 0 ? <Problems problems={checked.problems} /> : null}
    </section>
  )
}

function Verdict({ checked: { from, to, problems } }: { checked: Checked }) {
  if (problems.length > 0) return <span className="chain-broken"><WarningFilled aria-hidden /> 发现 {problems.length} 处问题</span>
  return <span className="chain-whole"><CheckCircleFilled aria-hidden /> {from === 0 ? '全部' : '最近'} {count(to - from)} 条校验正常</span>
}

function Problems({ problems }: { problems: readonly ChainProblem[] }) {
  return (
    <ul className="chain-problems">
      {problems.slice(0, 20).map(({ kind, number, factId }) => (
        <li key={`${kind}.${number}.${factId}`}>{number === null ? '' : `第 ${count(number)} 条：`}{chainProblemLabels[kind]}{factId ? <span className="quiet">（记录尾号 {shortId(factId)}）</span> : null}</li>
      ))}
      {problems.length > 20 ? <li className="quiet">还有 {problems.length - 20} 处，请在服务器上运行 npm run verify-audit 查看。</li> : null}
    </ul>
  )
}
