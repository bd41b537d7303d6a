import { PictureOutlined } from '@ant-design/icons'
import type { CenterCard } from '@dangqun/contracts/centers/schemas'
import { mostFileBytes, pictureTypes } from '@dangqun/contracts/kit/files'
import { Alert, App, Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { pictureUrl, useSetPicture } from '../centers.api'
import { sayError } from '../../ui/say-error'

/** The picture on the card. It is kept at once, apart from the form. */
export function PicturePanel({ center, card }: { center: string; card: CenterCard }) {
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const save = useSetPicture(center)
  const [problem, setProblem] = useState<string | null>(null)
  const url = pictureUrl(card)
  const send = async (file: File | null) => {
    setProblem(file === null ? null : problemOf(file))
    if (file !== null && problemOf(file) !== null) return
    try {
      await save.mutateAsync(file)
      void message.success(file === null ? '照片已去掉' : '照片已换好')
    } catch (error) {
      setProblem(sayError(error, '照片没有传上去，请再试一次'))
    }
  }
  return (
    <section className="panel form-part" aria-labelledby="part-picture">
      <h2 id="part-picture">名片照片</h2>
      <div className="picture">
        {url ? <img src={url} alt={`${card.name}的照片`} /> : <div className="picture-empty"><PictureOutlined aria-hidden /><span>还没有照片</span></div>}
        <div className="picture-words">
          <p className="quiet">门面或大厅的横向照片，人一看就认得出。JPG 或 PNG，不超过 5 MB；请不要拍进别人的脸。拍摄地点等附加信息会自动去掉。</p>
          {card.allowedActions.includes('update') ? (
            <div className="picture-actions">
              <input
                ref={input}
                type="file"
                accept={pictureTypes.join(',')}
                aria-label="选择照片"
                hidden
                onChange={(event) => {
                  const [file] = event.target.files ?? []
                  event.target.value = ''
                  if (file) void send(file)
                }}
              />
              <Button loading={save.isPending} onClick={() => input.current?.click()}>{url ? '换一张' : '上传照片'}</Button>
              {url ? <Popconfirm title="去掉这张照片？" okText="去掉" cancelText="不去掉" onConfirm={() => void send(null)}><Button type="text" disabled={save.isPending}>去掉</Button></Popconfirm> : null}
            </div>
          ) : null}
          {problem ? <Alert type="error" showIcon role="alert" title={problem} /> : null}
        </div>
      </div>
    </section>
  )
}

/** What need not travel to be refused. */
function problemOf({ type, size }: File): string | null {
  if (!(pictureTypes as readonly string[]).includes(type)) return '请选择 JPG 或 PNG 照片'
  return size > mostFileBytes ? '照片超过 5 MB，请先缩小' : null
}
