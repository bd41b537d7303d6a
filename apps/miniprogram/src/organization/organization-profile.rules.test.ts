import { checkProfile, toProfile } from './organization-profile.rules'

test('only what is asked for is checked and sent', () => {
  expect(checkProfile(['name'], { name: ' ', phone: '' })).toEqual({ name: '请填写姓名' })
  expect(checkProfile(['name'], { name: '王小明', phone: 'x' })).toEqual({})
  expect(toProfile(['name'], { name: ' 王小明 ', phone: '13800138000' })).toEqual({ name: '王小明' })
})

test('a number is read as people write it', () => {
  expect(checkProfile(['phone'], { name: '', phone: '138 0013-8000' })).toEqual({})
  expect(toProfile(['phone'], { name: '', phone: '１３８００１３８０００' })).toEqual({ phone: '13800138000' })
  expect(checkProfile(['phone'], { name: '', phone: '' })).toEqual({ phone: '请填写手机号' })
  expect(checkProfile(['phone'], { name: '', phone: '12800138000' })).toEqual({ phone: '手机号应是 11 位数字' })
})
