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
  'activities.formNeeded': { status: 409, message: '报名前还需要填写：{labels}' },
  'activities.tooYoung': { status: 409, message: '这个活动要年满 {age} 周岁才能参加，可以看看其他活动' },
  'activities.tooOld': { status: 409, message: '这个活动限 {age} 周岁及以下参加，可以看看其他活动' },
  'activities.underFourteen': { status: 409, message: '未满 14 周岁不能在手机上报名，请监护人陪同到中心办理' },
  'activities.seriesLimit': { status: 409, message: '这个系列每人最多报 {most} 场，你已经报满了。想换一场，请先取消其中一场' },
  'activities.kindLimit': { status: 409, message: '{kind}类活动 30 天内每人最多报 {most} 场，你已经报满了。想换一场，请先取消其中一场' },
  'activities.paused': { status: 409, message: '你在 {days} 天里有 {count} 次报名后没有到场，报名暂停到 {until}。有特殊情况可以申诉' },
  'activities.noShowNotFound': { status: 404, message: '找不到这次未到场记录' },
  'activities.notPaused': { status: 409, message: '你的报名没有被暂停，不用申诉' },
  'activities.appealOpen': { status: 409, message: '你的申诉正在处理，请等工作人员答复' },
  'activities.appealNotFound': { status: 404, message: '找不到这条申诉' },
  'activities.appealDecided': { status: 409, message: '这条申诉已经处理过了，请刷新后再看' },
  'activities.personUnknown': { status: 404, message: '找不到这个人，可能已与别的记录合并，请重新查找' },
  'activities.noSeries': { status: 409, message: '这场活动不属于任何系列' },
} satisfies ErrorDefinitions<ActivitiesErrorCode>

export const refuseActivities = refusals(activitiesErrors)
