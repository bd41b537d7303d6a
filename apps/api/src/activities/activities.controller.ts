import { Body, Controller, Param, Query } from '@nestjs/common'
import { activitiesRoutes as routes } from '@dangqun/contracts/activities/routes'
import { activitiesSchemas as schemas } from '@dangqun/contracts/activities/schemas'
import { Implements, InScope, type Parsed } from '../platform/http/implements.js'
import type { CenterScope, DetachedCenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { SignUpBatches } from './activities-batch.service.js'
import { OffersService } from './activities-offers.service.js'
import { OnBehalfService } from './activities-on-behalf.service.js'
import { SeriesService } from './activities-series.service.js'
import { SignUpService } from './activities-sign-up.service.js'
import { ActivitiesService } from './activities.service.js'

type Schemas = typeof schemas
type ActivityParams = Parsed<Schemas['get'], 'params'>

@Controller()
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly signUps: SignUpService,
    private readonly batches: SignUpBatches,
    private readonly offers: OffersService,
    private readonly series: SeriesService,
    private readonly onBehalf: OnBehalfService,
  ) {}

  @Implements(routes.list, schemas.list)
  list(@InScope() scope: CenterScope, @Query() query: Parsed<Schemas['list'], 'query'>) {
    return this.activities.list(scope, query)
  }

  @Implements(routes.create, schemas.create)
  create(@InScope() scope: SignedInCenterScope, @Body() body: Parsed<Schemas['create'], 'body'>) {
    return this.activities.create(scope, body)
  }

  @Implements(routes.get, schemas.get)
  get(@InScope() scope: CenterScope, @Param() { id }: ActivityParams) {
    return this.activities.get(scope, id)
  }

  @Implements(routes.update, schemas.update)
  update(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['update'], 'body'>) {
    return body.withFollowing ? this.series.update(scope, id, body) : this.activities.update(scope, id, body)
  }

  @Implements(routes.copy, schemas.copy)
  copy(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.series.copy(scope, id)
  }

  @Implements(routes.repeat, schemas.repeat)
  repeat(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['repeat'], 'body'>) {
    return this.series.repeat(scope, id, body.weeks)
  }

  @Implements(routes.publishSeries, schemas.publishSeries)
  publishSeries(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.series.publish(scope, id)
  }

  @Implements(routes.publish, schemas.publish)
  publish(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.activities.act(scope, id, 'publish')
  }

  @Implements(routes.close, schemas.close)
  close(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.activities.act(scope, id, 'close')
  }

  @Implements(routes.hold, schemas.hold)
  hold(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.activities.act(scope, id, 'hold')
  }

  @Implements(routes.cancel, schemas.cancel)
  cancel(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['cancel'], 'body'>) {
    return this.activities.act(scope, id, 'cancel', body.reason)
  }

  @Implements(routes.signUp, schemas.signUp, { detached: true })
  signUp(@InScope() scope: DetachedCenterScope, @Param() { id }: ActivityParams, @Body() body: Parsed<Schemas['signUp'], 'body'>) {
    return this.batches.signUp(scope, id, body)
  }

  @Implements(routes.signUpOnBehalf, schemas.signUpOnBehalf)
  signUpOnBehalf(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams, @Body() { personId }: Parsed<Schemas['signUpOnBehalf'], 'body'>) {
    return this.onBehalf.signUp(scope, id, personId)
  }

  @Implements(routes.listSignUps, schemas.listSignUps)
  listSignUps(@InScope() scope: CenterScope, @Param() { id }: ActivityParams, @Query() query: Parsed<Schemas['listSignUps'], 'query'>) {
    return this.signUps.list(scope, id, query)
  }

  @Implements(routes.listMySignUps, schemas.listMySignUps)
  listMySignUps(@InScope() scope: SignedInCenterScope, @Query() query: Parsed<Schemas['listMySignUps'], 'query'>) {
    return this.signUps.listMine(scope, query)
  }

  @Implements(routes.cancelSignUp, schemas.cancelSignUp)
  cancelSignUp(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.signUps.cancel(scope, id)
  }

  @Implements(routes.acceptOffer, schemas.acceptOffer)
  acceptOffer(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.offers.accept(scope, id)
  }

  @Implements(routes.declineOffer, schemas.declineOffer)
  declineOffer(@InScope() scope: SignedInCenterScope, @Param() { id }: ActivityParams) {
    return this.offers.decline(scope, id)
  }
}
