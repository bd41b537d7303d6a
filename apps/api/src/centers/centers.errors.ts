import type { CentersErrorCode } from '@dangqun/contracts/centers/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const centersErrors = {
  'centers.notFound': { status: 404, message: '没有这个中心，请重新扫码' },
  'centers.slugTaken': { status: 409, message: '代号“{slug}”已有中心在用，请换一个' },
  'centers.nameTaken': { status: 409, message: '“{name}”已经有了，请换个名称；停用或隐藏的也算，可以直接恢复' },
  'centers.listFull': { status: 409, message: '最多 {most} 项，请先整理现有的' },
  'centers.buildingNotFound': { status: 404, message: '找不到这栋楼宇' },
  'centers.serviceNotFound': { status: 404, message: '找不到这项服务' },
  'centers.fileNotFound': { status: 404, message: '找不到这个文件，可能已被换掉' },
  'centers.fileWrongType': { status: 400, message: '文件打不开：请选择 {types} 文件' },
  'centers.pictureTooLarge': { status: 400, message: '照片太大，长和宽都不要超过 {most} 像素' },
  'codes.mistyped': { status: 400, message: '编码输错了，请对照海报再输一次' },
  'codes.retired': { status: 404, message: '这个码已经停用，请扫现场新贴的码，或到中心服务台咨询' },
  'codes.cannotRetire': { status: 409, message: '这个码不能停用：已经停用过，或者是中心码、活动码' },
  'codes.pageNotPublished': { status: 409, message: '小程序还没有发布，微信不给做码；发布以后再来' },
  'codes.wechatBusy': { status: 503, message: '微信现在太忙，请过一会儿再试' },
  'codes.wechatRefused': { status: 409, message: '微信没有给出小程序码，请把这个错误告诉管理员' },
  'codes.notFound': { status: 404, message: '这个码已停用，请到中心服务台咨询' },
} satisfies ErrorDefinitions<CentersErrorCode>

export const refuseCenters = refusals(centersErrors)
