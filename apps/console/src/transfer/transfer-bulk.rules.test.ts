import { bulkActionOf, bulkBlock } from './transfer-bulk.rules'

test('only steps that agree are taken in bulk', () => {
  expect(bulkActionOf({ state: 'submitted' })).toBe('precheck')
  expect(bulkActionOf({ state: 'prechecked' })).toBe('endorse')
  expect(bulkActionOf({ state: 'endorsed' })).toBeNull()
  expect(bulkActionOf({ state: 'refusal_pending' })).toBeNull()
})

test('a case with anything found is left for a closer look, and so is one that moved', () => {
  const finding = { level: 'warn' as const, field: 'duesPaidTo', reason: 'R06' as const, message: '党费', suggestion: null }
  expect(bulkBlock({ findings: [], allowedActions: ['precheck'] }, 'precheck')).toBeNull()
  expect(bulkBlock({ findings: [finding], allowedActions: ['precheck'] }, 'precheck')).toBe('有 1 处要看，请单独办')
  expect(bulkBlock({ findings: [], allowedActions: [] }, 'precheck')).toContain('已不在这一步')
})
