import type { ActivitiesErrorCode } from '@dangqun/contracts/activities/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const activitiesErrors = {
  'activities.notFound': { status: 404, message: '找不到这个活动，可能已下架' },
  'activities.wrongState': { status: 409, message: '活动状态已变化，这一步现在不能办，请刷新后再看' },
  'activities.notOpen': { status: 409, message: '现在不能报名：{reason}' },
  'activities.profileNeeded': { status: 409, message: '报名前请先填写：{labels}' },
  'activities.capacityBelowTaken': { status: 409, message: '已有 {taken} 人报名成功，名额不能少于 {taken}' },
  'activities.windowOver': { status: 409, message: '报名截止时间已过，请先改晚截止时间再发布' },
  'activities.notYetStarted': { status: 409, message: '活动还没开始，开始后才能标记已举办' },
  'activities.signUpNotFound': { status: 404, message: '找不到这条报名' },
  'activities.signUpWrongState': { status: 409, message: '这条报名的状态已变化，这一步现在不能办，请刷新后再看' },
  'activities.cancelTooLate': { status: 409, message: '已过取消期限，来不了请联系中心工作人员' },
  'activities.offerLapsed': { status: 409, message: '确认的时间已过，名额已留给下一位。还想参加可以重新报名候补' },
} satisfies ErrorDefinitions<ActivitiesErrorCode>

export const refuseActivities = refusals(activitiesErrors)
