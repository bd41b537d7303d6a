import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import type { Activity } from '@dangqun/contracts/activities/schemas'
import { App, Button, QRCode, Typography } from 'antd'
import { useRef } from 'react'
import { Link, useParams } from 'react-router'
import { entryAddress } from '../../platform/entry-address'
import { saveAsPng } from '../../ui/save-image'

/** The code for a printed poster: what a phone's camera reads, and the letters to type when there is none. */
export function ActivityPoster({ activity }: { activity: Activity }) {
  const { message } = App.useApp()
  const { center = '' } = useParams()
  const frame = useRef<HTMLDivElement>(null)
  const code = activity.sceneCode
  return (
    <section className="panel poster" aria-labelledby="poster-title">
      <h2 id="poster-title">海报二维码</h2>
      {code === null ? <p className="quiet">首次发布后生成，可下载印在海报上。</p> : (
        <>
          <div ref={frame} className="poster-code" role="img" aria-label={`扫码报名的二维码，编号 ${code}`}>
            <QRCode type="svg" value={entryAddress(code)} size={168} bordered={false} errorLevel="M" />
          </div>
          <dl>
            <dt>编号</dt>
            <dd><Typography.Text className="figures" copyable={{ text: code, tooltips: ['复制编号', '已复制'] }}>{code}</Typography.Text></dd>
            <dt>链接</dt>
            <dd><Typography.Text ellipsis className="poster-link" copyable={{ text: entryAddress(code), tooltips: ['复制链接', '已复制'] }}>{entryAddress(code)}</Typography.Text></dd>
          </dl>
          <Button
            block
            icon={<DownloadOutlined />}
            onClick={() => {
              const drawing = frame.current?.querySelector('svg')
              if (drawing) saveAsPng(drawing, `${activity.title}-${code}.png`).catch(() => void message.error('图片没有生成，请换一个浏览器再试'))
            }}
          >
            下载图片
          </Button>
          <Link to={`/${center}/codes?codes=${code}&layout=poster`}><Button block icon={<PrinterOutlined />}>打印海报</Button></Link>
        </>
      )}
    </section>
  )
}
