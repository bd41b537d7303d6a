import { randomBytes } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { Codes, CreateCode, PrintedCode } from '@dangqun/contracts/centers/codes/schemas'
import { pictureTypes } from '@dangqun/contracts/kit/files'
import { Audit } from '../audit/audit.service.js'
import { shanghaiIso } from '../platform/clock/clock.js'
import { CONFIG, type Config } from '../platform/config/config.js'
import { Units } from '../platform/database/units.js'
import { typeOfBytes } from '../platform/files/file-content.rules.js'
import type { CenterScope, DetachedCenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { WechatClient, WechatError } from '../platform/wechat/wechat.client.js'
import { codeLength, makeCode, parseCode } from './centers-code.rules.js'
import { findCode, insertPlaceCode, listCodes, retireCode, saveCodePicture, type PrintedCodeRow } from './centers-codes.queries.js'
import { FilesService } from './centers-files.service.js'
import { refuseCenters } from './centers.errors.js'
import type { CentersFact } from './centers.facts.js'
import { mayRetire } from './centers.rules.js'

/** Printed for ever: see the entry page in docs. Without a leading slash, as WeChat wants it. */
const entryPage = 'pages/index/index'

/** The codes of a centre that are printed: what each stands for, and WeChat's picture of it. */
@Injectable()
export class CodesService {
  constructor(
    private readonly units: Units,
    private readonly audit: Audit,
    private readonly files: FilesService,
    private readonly wechat: WechatClient,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ manager }: CenterScope): Promise<Codes> {
    return { items: (await listCodes(manager)).map(present), drawnBy: this.config.wechat.mode === 'live' ? 'wechat' : 'page' }
  }

  async create(scope: SignedInCenterScope, given: CreateCode): Promise<PrintedCode> {
    for (;;) {
      const row = await insertPlaceCode(scope.manager, makeCode([...randomBytes(codeLength - 1)]), given, scope.now)
      if (!row) continue
      await this.audit.record(scope, { fact: 'centers.codeCreated', subjectId: scope.centerId, data: { code: row.code, kind: row.kind } } satisfies CentersFact)
      return present(row)
    }
  }

  /** @throws AppError `codes.mistyped`, `codes.notFound`, `codes.cannotRetire` */
  async retire(scope: SignedInCenterScope, typed: string): Promise<PrintedCode> {
    const row = await this.find(scope, typed, 'for update')
    if (!mayRetire(row)) throw refuseCenters('codes.cannotRetire', { allowedActions: [] })
    await retireCode(scope.manager, row.code, scope.now)
    await this.audit.record(scope, { fact: 'centers.codeRetired', subjectId: scope.centerId, data: { code: row.code, kind: row.kind } } satisfies CentersFact)
    return present({ ...row, retiredAt: scope.now })
  }

  /**
   * WeChat's picture of a code, asked for once and kept. No connection is held while WeChat is waited for.
   * @throws AppError `codes.mistyped`, `codes.notFound`, `codes.pageNotPublished` (41030), `codes.wechatBusy` (45009 and what may pass), `codes.wechatRefused`
   */
  async makePicture({ centerId, caller, now }: DetachedCenterScope, typed: string): Promise<PrintedCode> {
    const known = await this.units.runAt(centerId, (manager) => this.find({ manager }, typed))
    if (known.pictureId !== null) return present(known)
    const bytes = await this.ask(known.code)
    const type = typeOfBytes(bytes)
    if (type === null || type === 'application/pdf') throw refuseCenters('codes.wechatRefused', { errcode: null })
    return this.units.runAt(centerId, async (manager) => {
      const row = await this.find({ manager }, known.code, 'for update')
      // Two who print at once need one picture.
      if (row.pictureId !== null) return present(row)
      const pictureId = await this.files.keep({ manager, centerId, caller, now }, { slice: 'centers', id: centerId }, { type, bytes }, { types: pictureTypes, isPublic: true })
      await saveCodePicture(manager, row.code, pictureId)
      return present({ ...row, pictureId })
    })
  }

  private async ask(scene: string): Promise<Uint8Array> {
    try {
      return await this.wechat.miniProgramCode({ scene, page: entryPage })
    } catch (error) {
      if (!(error instanceof WechatError)) throw error
      if (error.errcode === 41030) throw refuseCenters('codes.pageNotPublished')
      throw error.isTemporary ? refuseCenters('codes.wechatBusy') : refuseCenters('codes.wechatRefused', { errcode: error.errcode })
    }
  }

  private async find({ manager }: Pick<CenterScope, 'manager'>, typed: string, lock: '' | 'for update' = ''): Promise<PrintedCodeRow> {
    const code = parseCode(typed)
    if (!code) throw refuseCenters('codes.mistyped')
    const row = await findCode(manager, code, lock)
    if (!row) throw refuseCenters('codes.notFound')
    return row
  }
}

function present(row: PrintedCodeRow): PrintedCode {
  return { ...row, createdAt: shanghaiIso(row.createdAt), retiredAt: row.retiredAt && shanghaiIso(row.retiredAt), allowedActions: mayRetire(row) ? ['retire'] : [] }
}
