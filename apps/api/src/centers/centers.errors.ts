import type { CentersErrorCode } from '@dangqun/contracts/centers/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const centersErrors = {
  'centers.notFound': { status: 404, message: '没有这个中心，请重新扫码' },
  'centers.fileNotFound': { status: 404, message: '找不到这个文件，可能已被换掉' },
  'centers.fileWrongType': { status: 400, message: '文件打不开：请选择 {types} 文件' },
  'centers.pictureTooLarge': { status: 400, message: '照片太大，长和宽都不要超过 {most} 像素' },
  'codes.mistyped': { status: 400, message: '编码输错了，请对照海报再输一次' },
  'codes.notFound': { status: 404, message: '这个码已停用，请到中心服务台咨询' },
} satisfies ErrorDefinitions<CentersErrorCode>

export const refuseCenters = refusals(centersErrors)
