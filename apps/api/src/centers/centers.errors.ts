import type { CentersErrorCode } from '@dangqun/contracts/centers/vocabulary'
import { refusals, type ErrorDefinitions } from '../platform/errors/app-error.js'

export const centersErrors = {
  'centers.notFound': { status: 404, message: '没有这个中心，请重新扫码' },
  'codes.mistyped': { status: 400, message: '编码输错了，请对照海报再输一次' },
  'codes.notFound': { status: 404, message: '这个码已停用，请到中心服务台咨询' },
} satisfies ErrorDefinitions<CentersErrorCode>

export const refuseCenters = refusals(centersErrors)
