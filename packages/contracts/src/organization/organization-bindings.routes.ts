import type { CenterParams } from '../centers/centers.schemas.js'
import { route } from '../kit/route.js'
import type {
  AskBinding, Binding, BindingAsked, BindingParams, BindingsPage, BindingsQuery, ConfirmBinding, CorrectBirthDate, CreatePerson, MergePerson, MyBindings, PersonHoldings, PersonRow, PersonsPage, PersonsQuery, RefuseBinding,
} from './organization-bindings.schemas.js'

const bindings = '/centers/{center}/bindings'
const persons = '/centers/{center}/persons'

export const bindingsRoutes = {
  askBinding: route<{ params: CenterParams; body: AskBinding; reply: BindingAsked }>({
    method: 'POST', path: bindings, access: 'signedIn', status: 202, summary: '申请核对党员身份或企业代表身份；对谁都回答“已提交，待核对”',
  }),
  listMyBindings: route<{ params: CenterParams; reply: MyBindings }>({
    method: 'GET', path: `${bindings}/mine`, access: 'signedIn', status: 200, summary: '我的身份核对，最近的在前',
  }),
  withdrawBinding: route<{ params: BindingParams; body: object; reply: MyBindings }>({
    method: 'POST', path: `${bindings}/{id}/withdraw`, access: 'signedIn', status: 200, summary: '撤回申请，或自己解除绑定',
  }),
  listBindings: route<{ params: CenterParams; query: BindingsQuery; reply: BindingsPage }>({
    method: 'GET', path: bindings, access: 'organization.manageBindings', status: 200, summary: '身份核对队列，最早的在前',
  }),
  getBinding: route<{ params: BindingParams; reply: Binding }>({
    method: 'GET', path: `${bindings}/{id}`, access: 'organization.manageBindings', status: 200, summary: '一条申请和可能的对应记录；每次查看都有记录',
  }),
  confirmBinding: route<{ params: BindingParams; body: ConfirmBinding; reply: Binding }>({
    method: 'POST', path: `${bindings}/{id}/confirm`, access: 'organization.manageBindings', status: 200, summary: '当面核对后确认',
  }),
  refuseBinding: route<{ params: BindingParams; body: RefuseBinding; reply: Binding }>({
    method: 'POST', path: `${bindings}/{id}/refuse`, access: 'organization.manageBindings', status: 200, summary: '不通过，写明原因',
  }),
  endBinding: route<{ params: BindingParams; body: RefuseBinding; reply: Binding }>({
    method: 'POST', path: `${bindings}/{id}/end`, access: 'organization.manageBindings', status: 200, summary: '解除绑定，写明原因',
  }),
  listPersons: route<{ params: CenterParams; query: PersonsQuery; reply: PersonsPage }>({
    method: 'GET', path: persons, access: 'organization.manageBindings', status: 200, summary: '按姓名查找人员',
  }),
  readHoldings: route<{ params: BindingParams; reply: PersonHoldings }>({
    method: 'GET', path: `${persons}/{id}/holdings`, access: 'organization.manageBindings', status: 200, summary: '这个人名下有什么：合并前看清楚哪些会过去',
  }),
  createPerson: route<{ params: CenterParams; body: CreatePerson; reply: PersonRow }>({
    method: 'POST', path: persons, access: 'organization.manageBindings', status: 201, summary: '为没有手机的人登记，之后由工作人员代办',
  }),
  mergePerson: route<{ params: BindingParams; body: MergePerson; reply: PersonRow }>({
    method: 'POST', path: `${persons}/{id}/merge`, access: 'organization.manageBindings', status: 200, summary: '当面核对后，把登记的人员并入本人的账号；报名等记录一并过去',
  }),
  correctBirthDate: route<{ params: BindingParams; body: CorrectBirthDate; reply: PersonRow }>({
    method: 'POST', path: `${persons}/{id}/birth-date`, access: 'organization.manageBindings', status: 200, summary: '看过证件后更正出生日期；谁改的、凭什么改都有记录',
  }),
}
