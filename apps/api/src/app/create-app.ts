import type { IncomingMessage } from 'node:http'
import fastifyHelmet from '@fastify/helmet'
import type { Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/clock/clock.js'
import type { Config } from '../platform/config/config.js'
import { sendError } from '../platform/errors/error.filter.js'
import { refuseRequest } from '../platform/errors/request.errors.js'
import { takeFiles } from '../platform/http/file-bodies.js'
import { observeRequests } from '../platform/http/request-log.js'
import { createLogger, NestLogger } from '../platform/logging/logging.js'
import { AppModule } from './app.module.js'
import { apiBase } from './contracts.js'

/** Far above any form of this product; a file goes another way. */
const bodyLimit = 256 * 1024

export interface AppOptions {
  /** Default: the machine's. */
  clock?: Clock
  /** Stand beside the slices: what a bench compares them with. */
  modules?: Type[]
}

/** The API, ready to listen. */
export async function createApp(config: Config, { clock, modules }: AppOptions = {}): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel)
  const adapter = new FastifyAdapter({
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: readMethodOverride,
    forceCloseConnections: 'idle',
    // What fails before there is a route, such as a URL that is not one.
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => void sendError(reply, refuseRequest('request.invalid')),
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, clock, modules), adapter, { logger: new NestLogger(logger), abortOnError: false, bodyParser: false })
  app.setGlobalPrefix(apiBase, { exclude: ['health/live', 'health/ready', 'metrics', 'api/openapi.json'] })
  const fastify = adapter.getInstance()
  observeRequests(fastify, logger, apiBase)
  parseJson(fastify)
  takeFiles(fastify)
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('content-security-policy', contentSecurityPolicy)
    done()
  })
  await app.register(fastifyHelmet, {
    // Set below: helmet would put the same words together anew for every answer.
    contentSecurityPolicy: false,
    hsts: config.publicUrl.startsWith('https:'),
    crossOriginOpenerPolicy: config.publicUrl.startsWith('https:'),
    originAgentCluster: false,
  })
  return app
}

/** Everything from this origin; inline styles are what both front ends' component libraries need. */
const contentSecurityPolicy = [
  "default-src 'self'", "img-src 'self' data:", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:",
  "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

/** WeChat's `wx.request` knows no PATCH: it sends a POST that says what it is, and the router sees the PATCH. */
function readMethodOverride(request: IncomingMessage): string {
  if (request.method === 'POST' && request.headers['x-http-method-override'] === 'PATCH') request.method = 'PATCH'
  return request.url ?? '/'
}

/** JSON only, and an empty body is an empty object: most acts take no more than their address. */
function parseJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error')
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {})
    else void parse(request, String(body), done)
  })
  fastify.removeContentTypeParser('text/plain')
}
