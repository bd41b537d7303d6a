import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { SwaggerModule } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { OPENAPI } from '../platform/http/documents.controller.js'

// From src/app, and from dist/src/app.
const apps = ['../../../', '../../../../'].map((up) => fileURLToPath(new URL(up, import.meta.url))).find((folder) => existsSync(path.join(folder, 'miniprogram')))

/** The builds of both front ends, on the API's own origin: `/` the phone, `/console` the console. */
export async function serveFrontEnds(app: NestFastifyApplication): Promise<void> {
  if (!apps) return
  const phone = path.join(apps, 'miniprogram/dist/h5')
  const console = path.join(apps, 'console/dist')
  await app.register(fastifyStatic, { root: apps, serve: false, cacheControl: false })
  const fastify = app.getHttpAdapter().getInstance()
  /** @param pages whether a path without an extension is a page of the app, whose own router reads it */
  const send = (root: string, pages: boolean) => (request: FastifyRequest, reply: FastifyReply) => {
    const asked = (request.params as { '*'?: string })['*'] ?? ''
    const isFile = /\.\w+$/.test(asked)
    if (!isFile && !pages && asked !== '') return reply.callNotFound()
    if (!existsSync(path.join(root, 'index.html'))) return reply.status(404).type('text/plain; charset=utf-8').send('页面还没有构建，请用 npm start 启动')
    // Builds name a file by its content, so it never changes; the page that names them must be asked for anew.
    void reply.header('cache-control', isFile && /[.-][\w-]{8,}\.\w+$/.test(asked) ? 'public, max-age=31536000, immutable' : 'no-cache')
    return reply.sendFile(isFile ? asked : 'index.html', root)
  }
  fastify.get('/console', (_request: FastifyRequest, reply: FastifyReply) => reply.redirect('/console/'))
  fastify.get('/console/*', send(console, true))
  fastify.get('/*', send(phone, false))
}

/** The browsable form of the API's documents at `/api/docs`. */
export function serveDocuments(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, app.get<Parameters<typeof SwaggerModule.setup>[2]>(OPENAPI), { customSiteTitle: '党群服务中心 API', raw: false })
}
