import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CONFIG, type Config } from '../config/config.js'
import { appRoleUrl } from './app-role.js'
import { Gate } from './gate.js'
import { Units } from './units.js'

/** Outside of the units: health probes and whatever TypeORM itself asks. */
const spareConnections = 2

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: appRoleUrl(config.databaseUrl),
        autoLoadEntities: true,
        synchronize: false,
        migrationsRun: false,
        applicationName: 'dangqun-api',
        // The database is waited for by whoever needs it, not by the start: see retryAttempts.
        retryAttempts: 40,
        retryDelay: 250,
        extra: {
          max: config.databasePool + spareConnections,
          pipeline: true,
          // Together they keep the promise of an answer within 2 s when the database is away or frozen.
          connectionTimeoutMillis: 1500,
          query_timeout: 1800,
          idleTimeoutMillis: 30_000,
        },
      }),
    }),
  ],
  providers: [Units, { provide: Gate, inject: [CONFIG], useFactory: (config: Config) => new Gate(config.databasePool) }],
  exports: [Units, Gate],
})
export class DatabaseModule {}
