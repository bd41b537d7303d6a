import { Controller, Get, Header, Inject } from '@nestjs/common'

/** Injection token of the finished OpenAPI document. */
export const OPENAPI = Symbol('OpenAPI')

@Controller('api')
export class DocumentsController {
  constructor(@Inject(OPENAPI) private readonly document: object) {}

  @Get('openapi.json')
  @Header('cache-control', 'no-cache')
  openapi(): object {
    return this.document
  }
}
