import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { Coverage, CreateFirm, FirmDetail, FirmParams, FirmsPage, FirmsQuery, FirmsTagged, FirmTags, TagFirms, UpdateFirm } from './organization-firms.schemas.js'

const firms = '/centers/{center}/firms'

export const firmsRoutes = {
  listFirms: route<{ params: CenterParams; query: FirmsQuery; reply: FirmsPage }>({
    method: 'GET', path: firms, access: 'organization.readFirms', status: 200, summary: '企业与商户名录，可按名称、信用代码、楼宇、行业、标签查找',
  }),
  listFirmTags: route<{ params: CenterParams; reply: FirmTags }>({
    method: 'GET', path: `${firms}/tags`, access: 'organization.readFirms', status: 200, summary: '用过的标签和各有多少家',
  }),
  readCoverage: route<{ params: CenterParams; reply: Coverage }>({
    method: 'GET', path: `${firms}/coverage`, access: 'organization.readFirms', status: 200, summary: '党组织覆盖：应建已建、按楼宇覆盖多少家；人数过少的不显示',
  }),
  getFirm: route<{ params: FirmParams; reply: FirmDetail }>({
    method: 'GET', path: `${firms}/{id}`, access: 'organization.readFirms', status: 200, summary: '一家企业的资料',
  }),
  createFirm: route<{ params: CenterParams; body: CreateFirm; reply: FirmDetail }>({
    method: 'POST', path: firms, access: 'organization.manageFirms', status: 201, summary: '登记企业或个体工商户',
  }),
  updateFirm: route<{ params: FirmParams; body: UpdateFirm; reply: FirmDetail }>({
    method: 'PATCH', path: `${firms}/{id}`, access: 'organization.manageFirms', status: 200, summary: '更正企业资料；他人刚改过时回答 409 和改动的几项',
  }),
  tagFirms: route<{ params: CenterParams; body: TagFirms; reply: FirmsTagged }>({
    method: 'POST', path: `${firms}/tags`, access: 'organization.manageFirms', status: 200, summary: '给多家企业加上或去掉标签',
  }),
}
