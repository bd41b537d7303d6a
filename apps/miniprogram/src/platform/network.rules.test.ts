import { healthyNetwork, nextNetwork, troubleOf, type NetworkEvent } from './network.rules'

const after = (...events: NetworkEvent[]) => events.reduce(nextNetwork, healthyNetwork)

test('what people are told', () => {
  expect(troubleOf(healthyNetwork)).toBeNull()
  expect(troubleOf(after('disconnected'))).toBe('offline')
  expect(troubleOf(after('slow'))).toBe('slow')
  expect(troubleOf(after('slow', 'unanswered'))).toBe('unanswered')
  expect(troubleOf(after('unanswered', 'slow'))).toBe('unanswered')
  expect(troubleOf(after('disconnected', 'unanswered', 'connected'))).toBeNull()
  expect(troubleOf(after('disconnected', 'answered'))).toBeNull()
})

test('asking again is worth it when the way is free again, and when the person wants to', () => {
  expect(after('unanswered', 'answered').recoveries).toBe(1)
  expect(after('disconnected', 'connected').recoveries).toBe(1)
  expect(after('unanswered', 'retry').recoveries).toBe(1)
  // What was slow is answering already.
  expect(after('slow', 'answered').recoveries).toBe(0)
  expect(after('answered', 'connected', 'answered').recoveries).toBe(0)
})

test('nothing new leaves the very same state, so that nothing is drawn anew', () => {
  expect(after('answered')).toBe(healthyNetwork)
  expect(after('connected')).toBe(healthyNetwork)
  const offline = after('disconnected')
  expect(nextNetwork(offline, 'disconnected')).toBe(offline)
})
