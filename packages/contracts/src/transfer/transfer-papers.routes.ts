import type { CenterParams } from '../centers/centers.schemas.js'
import type { FileReply } from '../kit/file.schemas.js'
import { route } from '../kit/route.js'
import type { LetterQuery, Printer, PrinterParams, Printers, SavePrinter, Slip, SlipCheck, SlipParams } from './transfer-papers.schemas.js'
import type { TransferParams } from './transfer.schemas.js'

const transfers = '/centers/{center}/transfers'
const pdf = ['application/pdf'] as const

export const transferPapersRoutes = {
  listPrinters: route<{ params: CenterParams; reply: Printers }>({
    method: 'GET', path: `${transfers}/printers`, access: 'transfer.readCases', status: 200, summary: '打印机和它的位置调整',
  }),
  savePrinter: route<{ params: CenterParams; body: SavePrinter; reply: Printer }>({
    method: 'POST', path: `${transfers}/printers`, access: 'transfer.readCases', status: 200, summary: '新增打印机，或调整同名打印机的位置',
  }),
  removePrinter: route<{ params: PrinterParams; reply: Printers }>({
    method: 'DELETE', path: `${transfers}/printers/{printer}`, access: 'transfer.readCases', status: 200, summary: '删去打印机',
  }),
  testPrint: route<{ params: PrinterParams; reply: FileReply }>({
    method: 'GET', path: `${transfers}/printers/{printer}/test.pdf`, access: 'transfer.readCases', status: 200, gives: pdf, summary: '试印：带标尺，量出偏差',
  }),
  printLetter: route<{ params: TransferParams; query: LetterQuery; reply: FileReply }>({
    method: 'GET', path: `${transfers}/{id}/letter.pdf`, access: 'signedIn', status: 200, gives: pdf, summary: '介绍信套打：只有文字，印在空白介绍信上',
  }),
  issueSlip: route<{ params: TransferParams; body: object; reply: Slip }>({
    method: 'POST', path: `${transfers}/{id}/slip`, access: 'signedIn', status: 200, keepsNoReply: true, summary: '出具办理凭条；内容没变就还是原来那张',
  }),
  printSlip: route<{ params: TransferParams; reply: FileReply }>({
    method: 'GET', path: `${transfers}/{id}/slip.pdf`, access: 'signedIn', status: 200, gives: pdf, summary: '办理凭条，不具介绍信效力',
  }),
  checkSlip: route<{ params: SlipParams; reply: SlipCheck }>({
    method: 'GET', path: '/slips/{code}', access: 'public', status: 200, summary: '查验办理凭条：日期、有效期、进度；写明的接收党委登录后看姓名',
  }),
}
