import { correctionsErrors, holidaysOf } from './centers-workdays.rules'

test('holidays read as they are announced', () => {
  const off = (date: string, name: string) => ({ date, isWorking: false, name })
  expect(holidaysOf([off('2026-01-01', '元旦'), off('2026-01-02', '元旦'), { date: '2026-01-04', isWorking: true, name: '元旦调休' }, off('2026-04-05', '清明')])).toEqual([
    { name: '元旦', off: '1月1日至1月2日', worked: '1月4日' },
    { name: '清明', off: '4月5日', worked: '' },
  ])
})

test('a correction needs a day and a reason, each day once', () => {
  expect(correctionsErrors([{ date: '', isWorking: true, reason: '' }])).toEqual({ 'corrections.0.date': '请选择日期', 'corrections.0.reason': '请填写' })
  const day = { date: '2026-12-05', isWorking: true, reason: '年终' }
  expect(correctionsErrors([day, day])).toEqual({ corrections: '同一天只能写一次' })
})
