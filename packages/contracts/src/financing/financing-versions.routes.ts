import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { ProductParams } from './financing-products.schemas.js'
import type { ChangeVersion, CreateProduct, NoBody, ProductVersion, VersionParams, VersionsPage, VersionsQuery, WithNote } from './financing-versions.schemas.js'

const financing = '/centers/{center}/financing'
const products = `${financing}/products`
const version = `${products}/{id}/versions/{number}`

export const financingVersionsRoutes = {
  create: route<{ params: CenterParams; body: CreateProduct; reply: ProductVersion }>({ method: 'POST', path: products, access: 'financing.editProducts', status: 201, summary: '新建产品（第一版草稿）' }),
  renew: route<{ params: ProductParams; body: NoBody; reply: ProductVersion }>({ method: 'POST', path: `${products}/{id}/versions`, access: 'financing.editProducts', status: 201, summary: '写下一版：从最近一版抄出草稿' }),
  list: route<{ params: CenterParams; query: VersionsQuery; reply: VersionsPage }>({ method: 'GET', path: `${financing}/product-versions`, access: 'financing.readVersions', status: 200, summary: '产品的各个版本，待审核的排在前面' }),
  get: route<{ params: VersionParams; reply: ProductVersion }>({ method: 'GET', path: version, access: 'financing.readVersions', status: 200, summary: '产品的一个版本' }),
  update: route<{ params: VersionParams; body: ChangeVersion; reply: ProductVersion }>({ method: 'PATCH', path: version, access: 'financing.editProducts', status: 200, summary: '修改草稿或退回的版本' }),
  submit: route<{ params: VersionParams; body: NoBody; reply: ProductVersion }>({ method: 'POST', path: `${version}/submit`, access: 'financing.editProducts', status: 200, summary: '提交审核' }),
  approve: route<{ params: VersionParams; body: NoBody; reply: ProductVersion }>({ method: 'POST', path: `${version}/approve`, access: 'financing.approveProducts', status: 200, summary: '审核通过：替代前一版上架' }),
  return: route<{ params: VersionParams; body: WithNote; reply: ProductVersion }>({ method: 'POST', path: `${version}/return`, access: 'financing.approveProducts', status: 200, summary: '退回修改，写明原因' }),
  withdraw: route<{ params: VersionParams; body: WithNote; reply: ProductVersion }>({ method: 'POST', path: `${version}/withdraw`, access: 'financing.readVersions', status: 200, summary: '下架，写明原因' }),
}
