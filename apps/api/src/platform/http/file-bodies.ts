import { fileTypes, mostFileBytes, type FileType } from '@dangqun/contracts/kit/files'
import type { FastifyInstance } from 'fastify'
import { refuseRequest } from '../errors/request.errors.js'

/**
 * A file is the whole body of its request. Only routes that take files read one, up to 5 MB; a caller
 * without a session is turned away before a byte is kept.
 */
export function takeFiles(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const type = typeOf(request.headers['content-type'])
    if (type === null) return done(null, payload)
    const { takes = [] } = request.routeOptions.config as { takes?: readonly FileType[] }
    if (!takes.includes(type)) return done(refuseRequest('request.unsupported'), payload)
    done(request.headers.authorization === undefined ? refuseRequest('session.required') : null, payload)
  })
  fastify.addContentTypeParser([...fileTypes], { parseAs: 'buffer', bodyLimit: mostFileBytes }, (request, bytes, done) => {
    done(null, { type: typeOf(request.headers['content-type']), bytes })
  })
}

function typeOf(header: string | undefined): FileType | null {
  const word = header?.split(';')[0]?.trim().toLowerCase()
  return fileTypes.find((type) => type === word) ?? null
}
