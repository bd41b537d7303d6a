import { Global, Module } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { FieldCipher } from './field-cipher.js'

@Global()
@Module({
  providers: [{ provide: FieldCipher, inject: [CONFIG], useFactory: ({ cipherKeys }: Config) => new FieldCipher(cipherKeys) }],
  exports: [FieldCipher],
})
export class CryptoModule {}
