import { fileTypes, pictureTypes, type FileBody } from '../kit/files.js'
import type { FileReply } from '../kit/file.schemas.js'
import { route } from '../kit/route.js'
import type { ChangeSettings, SettingsAnswer } from './centers-settings.schemas.js'
import type { CenterCard, CenterParams, CentersPage, CentersQuery, ChangeWorkdays, CodeMeaning, CodeParams, CreateCenter, FileParams, UpdateCenter, WorkdaysOfYear, YearParams } from './centers.schemas.js'

export const centersRoutes = {
  list: route<{ query: CentersQuery; reply: CentersPage }>({
    method: 'GET', path: '/centers', access: 'public', status: 200, summary: '所有中心；可按名称地址查找，给出位置时由近到远',
  }),
  create: route<{ body: CreateCenter; reply: CenterCard }>({
    method: 'POST', path: '/centers', access: 'centers.create', status: 201, summary: '新建中心，连同它的入口码；主任由安全管理员邀请',
  }),
  get: route<{ params: CenterParams; reply: CenterCard }>({
    method: 'GET', path: '/centers/{center}', access: 'public', status: 200, summary: '中心名片：开放时间、楼宇、服务目录',
  }),
  update: route<{ params: CenterParams; body: UpdateCenter; reply: CenterCard }>({
    method: 'PATCH', path: '/centers/{center}', access: 'centers.manage', status: 200, summary: '修改名片、开放时间和特殊日子；别人先改过则拒绝',
  }),
  setPicture: route<{ params: CenterParams; body: FileBody; reply: CenterCard }>({
    method: 'POST', path: '/centers/{center}/picture', access: 'centers.manage', status: 200, takes: pictureTypes, summary: '换名片上的照片：请求体就是照片本身，拍摄地点等附加信息会去掉',
  }),
  removePicture: route<{ params: CenterParams; reply: CenterCard }>({
    method: 'DELETE', path: '/centers/{center}/picture', access: 'centers.manage', status: 200, summary: '去掉名片上的照片',
  }),
  getFile: route<{ params: FileParams; reply: FileReply }>({
    method: 'GET', path: '/centers/{center}/files/{id}', access: 'public', status: 200, gives: fileTypes, summary: '下载文件；不公开的只有该看的人能看到',
  }),
  getSettings: route<{ params: CenterParams; reply: SettingsAnswer }>({
    method: 'GET', path: '/centers/{center}/settings', access: 'centers.readSettings', status: 200, summary: '中心设置：各项限制，没改过的按默认',
  }),
  changeSettings: route<{ params: CenterParams; body: ChangeSettings; reply: SettingsAnswer }>({
    method: 'PATCH', path: '/centers/{center}/settings', access: 'centers.manage', status: 200, summary: '修改中心设置；别人先改过则拒绝',
  }),
  getWorkdays: route<{ params: YearParams; reply: WorkdaysOfYear }>({
    method: 'GET', path: '/workdays/{year}', access: 'public', status: 200, summary: '某年的放假与调休安排',
  }),
  changeWorkdays: route<{ params: YearParams; body: ChangeWorkdays; reply: WorkdaysOfYear }>({
    method: 'PATCH', path: '/workdays/{year}', access: 'centers.manageWorkdays', status: 200, summary: '录入或更正某年的放假与调休安排，整年替换',
  }),
  readCode: route<{ params: CodeParams; reply: CodeMeaning }>({
    method: 'GET', path: '/codes/{scene}', access: 'public', status: 200, summary: '扫到的码指向哪里',
  }),
}
