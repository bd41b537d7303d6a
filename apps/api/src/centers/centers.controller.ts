import { Body, Controller, Param, Query } from '@nestjs/common'
import { centersRoutes as routes } from '@dangqun/contracts/centers/routes'
import { centersSchemas as schemas } from '@dangqun/contracts/centers/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, Scope, SignedInCenterScope, SignedInScope } from '../platform/http/scope.js'
import { CenterSettingsService } from './centers-settings.service.js'
import { FilesService } from './centers-files.service.js'
import { CentersService } from './centers.service.js'
import { WorkdaysService } from './centers-workdays.service.js'

@Controller()
export class CentersController {
  constructor(
    private readonly centers: CentersService,
    private readonly settings: CenterSettingsService,
    private readonly workdays: WorkdaysService,
    private readonly files: FilesService,
  ) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: Scope, @Query() query: Parsed<typeof schemas.list, 'query'>) {
    return this.centers.list(scope, query)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInScope, @Body() body: Parsed<typeof schemas.create, 'body'>) {
    return this.centers.create(scope, body)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: CenterScope, @Param() _params: Parsed<typeof schemas.get, 'params'>) {
    return this.centers.get(scope)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.update, 'params'>, @Body() body: Parsed<typeof schemas.update, 'body'>) {
    return this.centers.update(scope, body)
  }

  @Implements(routes.setPicture, schemas.setPicture)
  setPicture(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.setPicture, 'params'>, @Body() body: Parsed<typeof schemas.setPicture, 'body'>) {
    return this.centers.setPicture(scope, body)
  }

  @Implements(routes.removePicture, schemas.removePicture)
  removePicture(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.removePicture, 'params'>) {
    return this.centers.removePicture(scope)
  }

  @Implements(routes.getFile, schemas.getFile)
  getFile(@InScope() scope: CenterScope, @Param() { id }: Parsed<typeof schemas.getFile, 'params'>) {
    return this.files.open(scope, id)
  }

  @Implements(routes.getSettings, schemas.getSettings)
  getSettings(@InScope() scope: CenterScope, @Param() _params: Parsed<typeof schemas.getSettings, 'params'>) {
    return this.settings.get(scope)
  }

  @Implements(routes.changeSettings, schemas.changeSettings)
  changeSettings(@InScope() scope: SignedInCenterScope, @Param() _params: Parsed<typeof schemas.changeSettings, 'params'>, @Body() body: Parsed<typeof schemas.changeSettings, 'body'>) {
    return this.settings.change(scope, body)
  }

  @Implements(routes.getWorkdays, schemas.getWorkdays)
  getWorkdays(@InScope() scope: Scope, @Param() { year }: Parsed<typeof schemas.getWorkdays, 'params'>) {
    return this.workdays.ofYear(scope, Number(year))
  }

  @Implements(routes.changeWorkdays, schemas.changeWorkdays)
  changeWorkdays(@InScope() scope: SignedInScope, @Param() { year }: Parsed<typeof schemas.changeWorkdays, 'params'>, @Body() body: Parsed<typeof schemas.changeWorkdays, 'body'>) {
    return this.workdays.changeYear(scope, Number(year), body)
  }

  @Implements(routes.readCode, schemas.readCode)
  readCode(@InScope() scope: Scope, @Param() params: Parsed<typeof schemas.readCode, 'params'>) {
    return this.centers.readCode(scope, params.scene)
  }
}
