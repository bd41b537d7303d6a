import { route } from '../kit/route.js'
import type { ActivityParams } from './activities.schemas.js'
import type {
  Candidates, CandidatesQuery, CheckIn, CheckInBatch, CheckInBatchReply, CheckInBody, CheckInParams, CheckInReply, CheckInsPage, CheckInsQuery, RotatingCode, UndoCheckIn,
} from './activities-check-in.schemas.js'

const activity = '/centers/{center}/activities/{id}'
const checkIns = `${activity}/check-ins`

export const checkInsRoutes = {
  readRotatingCode: route<{ params: ActivityParams; reply: RotatingCode }>({
    method: 'GET', path: `${activity}/rotating-code`, access: 'activities.checkIn', status: 200, summary: '现场码：显示在门口屏幕上，每 30 秒更换',
  }),
  checkIn: route<{ params: ActivityParams; body: CheckInBody; reply: CheckInReply }>({
    method: 'POST', path: checkIns, access: 'signedIn', status: 200, summary: '签到：本人扫现场码；工作人员扫签到码、手工登记或现场补报；已签到的原样返回',
  }),
  sync: route<{ params: ActivityParams; body: CheckInBatch; reply: CheckInBatchReply }>({
    method: 'POST', path: `${checkIns}/batch`, access: 'activities.checkIn', status: 200, summary: '补传断网时的签到记录，逐条答复，重复补传不会重复登记',
  }),
  list: route<{ params: ActivityParams; query: CheckInsQuery; reply: CheckInsPage }>({
    method: 'GET', path: checkIns, access: 'activities.checkIn', status: 200, summary: '签到记录，最新的在前，含实时人数',
  }),
  findCandidates: route<{ params: ActivityParams; query: CandidatesQuery; reply: Candidates }>({
    method: 'GET', path: `${checkIns}/candidates`, access: 'activities.checkIn', status: 200, summary: '按姓名或报名序号找人，供手工登记',
  }),
  undo: route<{ params: CheckInParams; body: UndoCheckIn; reply: CheckIn }>({
    method: 'POST', path: `${checkIns}/{checkIn}/undo`, access: 'activities.checkIn', status: 200, summary: '撤销签到，写明原因；记录保留',
  }),
  confirm: route<{ params: CheckInParams; body: object; reply: CheckIn }>({
    method: 'POST', path: `${checkIns}/{checkIn}/confirm`, access: 'activities.checkIn', status: 200, summary: '核对时间存疑的签到',
  }),
}
