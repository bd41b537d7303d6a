import { onTwinMessage, type TwinStanding } from './transfer-twin.rules.js'

const standing = (given: Partial<TwinStanding>): TwinStanding => ({ step: 3, state: 'issued', lastOwnAction: 'issue', ...given })

test('messages are followed in order, each once', () => {
  expect(onTwinMessage(standing({}), { step: 4, action: 'receive', state: 'receiving' })).toBe('apply')
  expect(onTwinMessage(standing({}), { step: 5, action: 'accept', state: 'accepted' })).toBe('wait')
  expect(onTwinMessage(standing({}), { step: 3, action: 'accept', state: 'accepted' })).toBe('ignore')
  expect(onTwinMessage(standing({}), { step: 2, action: 'receive', state: 'receiving' })).toBe('ignore')
})

test.each(['void', 'reissue', 'expire'] as const)('receipt holds against %s at the same step, on both records', (action) => {
  // The origin took the letter back while it was being received: it follows the receipt …
  expect(onTwinMessage(standing({ step: 4, state: 'voided', lastOwnAction: action }), { step: 4, action: 'receive', state: 'receiving' })).toBe('apply')
  // … and the receiver, who received, does not follow the taking back.
  expect(onTwinMessage(standing({ step: 4, state: 'receiving', lastOwnAction: 'receive' }), { step: 4, action, state: 'voided' })).toBe('ignore')
})
