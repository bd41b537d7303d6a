import { bulkBlock } from './transfer-bulk.rules'

test('a case with anything found is left for a closer look, and so is one that moved', () => {
  const finding = { level: 'warn' as const, field: 'duesPaidTo', reason: 'R06' as const, message: '党费', suggestion: null }
  expect(bulkBlock({ findings: [], allowedActions: ['precheck'] }, 'precheck')).toBeNull()
  expect(bulkBlock({ findings: [finding], allowedActions: ['precheck'] }, 'precheck')).toBe('有 1 处要看，请单独办')
  expect(bulkBlock({ findings: [], allowedActions: [] }, 'precheck')).toContain('已不在这一步')
})
