import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type {
  ActivitiesPage, ActivitiesQuery, Activity, ActivityParams, CancelActivity, CreateActivity,
  MySignUpsPage, MySignUpsQuery, RepeatActivity, Series, SignUp, SignUpOnBehalf, SignUpsPage, SignUpsQuery, UpdateActivity,
} from './activities.schemas.js'
import type { SignUpForm } from './activities-form.schemas.js'

const activities = '/centers/{center}/activities'

export const activitiesRoutes = {
  list: route<{ params: CenterParams; query: ActivitiesQuery; reply: ActivitiesPage }>({
    method: 'GET', path: activities, access: 'public', status: 200, summary: '活动列表；草稿只有工作人员可见',
  }),
  create: route<{ params: CenterParams; body: CreateActivity; reply: Activity }>({
    method: 'POST', path: activities, access: 'activities.manage', status: 201, summary: '新建活动（草稿）',
  }),
  get: route<{ params: ActivityParams; reply: Activity }>({
    method: 'GET', path: `${activities}/{id}`, access: 'public', status: 200, summary: '活动详情，含我的报名和可做的操作',
  }),
  update: route<{ params: ActivityParams; body: UpdateActivity; reply: Activity }>({
    method: 'PATCH', path: `${activities}/{id}`, access: 'activities.manage', status: 200, summary: '修改活动；名额增加时按先后留给候补的人',
  }),
  publish: route<{ params: ActivityParams; body: object; reply: Activity }>({
    method: 'POST', path: `${activities}/{id}/publish`, access: 'activities.manage', status: 200, summary: '发布，或重新开放报名',
  }),
  close: route<{ params: ActivityParams; body: object; reply: Activity }>({
    method: 'POST', path: `${activities}/{id}/close`, access: 'activities.manage', status: 200, summary: '截止报名',
  }),
  hold: route<{ params: ActivityParams; body: object; reply: Activity }>({
    method: 'POST', path: `${activities}/{id}/hold`, access: 'activities.manage', status: 200, summary: '标记已举办',
  }),
  cancel: route<{ params: ActivityParams; body: CancelActivity; reply: Activity }>({
    method: 'POST', path: `${activities}/{id}/cancel`, access: 'activities.manage', status: 200, summary: '取消活动，所有报名随之取消',
  }),
  copy: route<{ params: ActivityParams; body: object; reply: Activity }>({
    method: 'POST', path: `${activities}/{id}/copy`, access: 'activities.manage', status: 201, summary: '复制为一份新草稿，时间顺延到下一个同一天',
  }),
  repeat: route<{ params: ActivityParams; body: RepeatActivity; reply: Series }>({
    method: 'POST', path: `${activities}/{id}/repeat`, access: 'activities.manage', status: 201, summary: '每周重复：按周生成若干草稿，与这一场同属一个系列',
  }),
  publishSeries: route<{ params: ActivityParams; body: object; reply: Series }>({
    method: 'POST', path: `${activities}/{id}/publish-series`, access: 'activities.manage', status: 200, summary: '发布这个系列里所有可发布的草稿',
  }),
  signUp: route<{ params: ActivityParams; body: SignUpForm; reply: SignUp }>({
    method: 'POST', path: `${activities}/{id}/sign-ups`, access: 'signedIn', status: 201, alternateStatus: 200, summary: '报名；已报过名的原样返回',
  }),
  signUpOnBehalf: route<{ params: ActivityParams; body: SignUpOnBehalf; reply: SignUp }>({
    method: 'POST', path: `${activities}/{id}/sign-ups/on-behalf`, access: 'activities.manage', status: 200, summary: '工作人员为没有手机的人代报名；已报过名的原样返回',
  }),
  listSignUps: route<{ params: ActivityParams; query: SignUpsQuery; reply: SignUpsPage }>({
    method: 'GET', path: `${activities}/{id}/sign-ups`, access: 'activities.readSignUps', status: 200, summary: '报名名单，按先后',
  }),
  listMySignUps: route<{ params: CenterParams; query: MySignUpsQuery; reply: MySignUpsPage }>({
    method: 'GET', path: '/centers/{center}/sign-ups/mine', access: 'signedIn', status: 200, summary: '我的报名',
  }),
  cancelSignUp: route<{ params: ActivityParams; body: object; reply: SignUp }>({
    method: 'POST', path: '/centers/{center}/sign-ups/{id}/cancel', access: 'signedIn', status: 200, summary: '取消我的报名；名额随即留给候补第一位',
  }),
  acceptOffer: route<{ params: ActivityParams; body: object; reply: SignUp }>({
    method: 'POST', path: '/centers/{center}/sign-ups/{id}/accept', access: 'signedIn', status: 200, summary: '确认参加：候补轮到我，接受为我保留的名额',
  }),
  declineOffer: route<{ params: ActivityParams; body: object; reply: SignUp }>({
    method: 'POST', path: '/centers/{center}/sign-ups/{id}/decline', access: 'signedIn', status: 200, summary: '放弃为我保留的名额，留给下一位',
  }),
}
