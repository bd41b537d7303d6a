import { checkAnnouncement } from './notices-announcement-form.rules'

test('what is missing is said at its field, and the audience goes out in full', () => {
  expect(checkAnnouncement({ title: ' ', body: '', activityId: null })).toEqual({ body: null, errors: { title: '请填写', body: '请填写' } })
  expect(checkAnnouncement({ title: '元旦', body: '休息', activityId: null }).body?.audience).toEqual({ kind: 'everyone', id: null })
  const id = '01a20e5a-a4af-7bdb-ba09-b0326ba07c11'
  expect(checkAnnouncement({ title: '元旦', body: '休息', activityId: id }).body?.audience).toEqual({ kind: 'activity', id })
})
