import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Histogram, register } from 'prom-client'
import { withoutRedaction } from '../logging/logging.js'

const name = 'dangqun_request_seconds'

/**
 * One line and one measurement per request of the API: method, route template, status, time.
 * Never the URL itself, a header or a body: those could name a person.
 */
export function observeRequests(fastify: FastifyInstance, logger: Logger, base: string): void {
  const seconds =
    (register.getSingleMetric(name) as Histogram<'method' | 'route' | 'status'> | undefined) ??
    new Histogram({ name, help: 'Time to answer, by route', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] })
  const lines = withoutRedaction(logger)
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url
    if (route?.startsWith(base)) {
      const { method } = request
      const status = reply.statusCode
      seconds.observe({ method, route, status }, reply.elapsedTime / 1000)
      lines[status >= 500 ? 'error' : 'info']({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'request')
    }
    done()
  })
}
