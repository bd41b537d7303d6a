import { route } from '../kit/route.js'
import type { CenterParams } from './centers.schemas.js'
import type { Codes, CreateCode, PrintedCode, PrintedCodeParams } from './centers-codes.schemas.js'

const codes = '/centers/{center}/codes'

export const codesRoutes = {
  list: route<{ params: CenterParams; reply: Codes }>({
    method: 'GET', path: codes, access: 'centers.printCodes', status: 200, summary: '本中心的码：中心码、门口码、窗口码、活动码，供打印',
  }),
  create: route<{ params: CenterParams; body: CreateCode; reply: PrintedCode }>({
    method: 'POST', path: codes, access: 'centers.printCodes', status: 201, summary: '新做一个门口码或窗口码',
  }),
  retire: route<{ params: PrintedCodeParams; body: object; reply: PrintedCode }>({
    method: 'POST', path: `${codes}/{code}/retire`, access: 'centers.printCodes', status: 200, summary: '停用门口码或窗口码：再扫会说明已停用',
  }),
  makePicture: route<{ params: PrintedCodeParams; body: object; reply: PrintedCode }>({
    method: 'POST', path: `${codes}/{code}/picture`, access: 'centers.printCodes', status: 200, summary: '向微信要这个码的小程序码图片；要过一次就一直用它',
  }),
}
