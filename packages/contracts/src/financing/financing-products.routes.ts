import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type { Banks, Product, ProductParams, ProductsPage, ProductsQuery } from './financing-products.schemas.js'

const financing = '/centers/{center}/financing'
const products = `${financing}/products`

export const financingProductsRoutes = {
  listBanks: route<{ params: CenterParams; reply: Banks }>({ method: 'GET', path: `${financing}/banks`, access: 'public', status: 200, summary: '合作银行' }),
  list: route<{ params: CenterParams; query: ProductsQuery; reply: ProductsPage }>({ method: 'GET', path: products, access: 'public', status: 200, summary: '在架的贷款产品' }),
  get: route<{ params: ProductParams; reply: Product }>({ method: 'GET', path: `${products}/{id}`, access: 'public', status: 200, summary: '一款在架的贷款产品' }),
}
