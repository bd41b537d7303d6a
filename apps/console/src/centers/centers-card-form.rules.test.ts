import { cardChange, cardErrors, readCoordinates, type CardValues } from './centers-card-form.rules'

const values: CardValues = { address: '尚泽大厦', phone: '0551-60000000', about: '', coordinates: '31.7803, 117.2218', openingHours: [{ weekday: 1, opens: '09:00', closes: '18:00' }], specialDays: [] }

test.each([
  ['31.7803, 117.2218', { latitude: 31.7803, longitude: 117.2218 }],
  ['３１.7８，117', { latitude: 31.78, longitude: 117 }],
  ['', { latitude: null, longitude: null }],
  ['117.2218, 31.7803', undefined],
  ['合肥', undefined],
])('%j is read as a place', (typed, place) => {
  expect(readCoordinates(typed)).toEqual(place)
})

test('only what was changed is sent, a place as its two numbers', () => {
  expect(cardChange({ coordinates: '' }, 4)).toEqual({ latitude: null, longitude: null, version: 4 })
  expect(cardChange({ about: '新' }, 4)).toEqual({ about: '新', version: 4 })
})

test('what the server would refuse is told before, at its place', () => {
  expect(cardErrors(values)).toEqual({})
  expect(cardErrors({ ...values, phone: '打前台', coordinates: 'x', specialDays: [{ date: '', spans: [], note: '' }], openingHours: [{ weekday: 1, opens: '18:00', closes: '09:00' }] })).toEqual({
    phone: '电话应像 0551-60000000', coordinates: '应像 31.7803, 117.2218：先纬度，后经度', 'specialDays.0.date': '请选择日期', 'specialDays.0.note': '请填写', 'openingHours.0.closes': '关门要晚于开门',
  })
})
