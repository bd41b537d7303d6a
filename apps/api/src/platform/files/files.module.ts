import path from 'node:path'
import { Global, Module } from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { DiskFileStorage } from './disk-file-storage.js'
import { FileStorage } from './file-storage.js'

@Global()
@Module({
  providers: [{ provide: FileStorage, inject: [CONFIG], useFactory: ({ dataDir }: Config) => new DiskFileStorage(path.join(dataDir, 'files')) }],
  exports: [FileStorage],
})
export class FilesModule {}
