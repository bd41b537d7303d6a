import { Global, Inject, Logger, Module, type OnModuleDestroy } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { WechatClient } from './wechat.client.js'
import { WechatStandIn } from './wechat-stand-in.js'

/** In sandbox mode the real client talks to a stand-in that this process runs; live, to WeChat. */
@Global()
@Module({
  providers: [
    {
      provide: WechatStandIn,
      inject: [CONFIG],
      useFactory: ({ wechat }: Config) => (wechat.mode === 'sandbox' ? new WechatStandIn(wechat) : null),
    },
    {
      provide: WechatClient,
      inject: [CONFIG, WechatStandIn],
      useFactory: async ({ wechat }: Config, standIn: WechatStandIn | null) => {
        const api = wechat.api ?? (await standIn?.listen())
        if (!api) throw new Error('WeChat has no address')
        if (standIn) new Logger('WeChat').log('sandbox: the stand-in answers in place of WeChat')
        return new WechatClient({ api, appId: wechat.appId, secret: wechat.secret })
      },
    },
  ],
  exports: [WechatClient, WechatStandIn],
})
export class WechatModule implements OnModuleDestroy {
  constructor(@Inject(WechatStandIn) private readonly standIn: WechatStandIn | null) {}

  async onModuleDestroy(): Promise<void> {
    await this.standIn?.close().catch(() => undefined)
  }
}
