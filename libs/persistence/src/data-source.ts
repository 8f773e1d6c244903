import { DataSource } from 'typeorm';
import { AccessTokenEntity } from './entities/access-token.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { Register0001 } from './migrations/0001-register.migration.js';
import { Intake0002 } from './migrations/0002-intake.migration.js';
import { Judgement0003 } from './migrations/0003-judgement.migration.js';
import { Identity0004 } from './migrations/0004-identity.migration.js';
import { RowSecurity0005 } from './migrations/0005-row-security.migration.js';

/** One role's connections. `size` is part of the written connection budget (docs/adr/0010-connection-budget.md). */
export function dataSourceFor(url: string, options: { size: number; name: string }): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: options.name,
    entities: [AccessTokenEntity, SessionEntity],
    migrations: [Register0001, Intake0002, Judgement0003, Identity0004, RowSecurity0005],
    migrationsTableName: 'migrations',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize: options.size,
    connectTimeoutMS: 5_000,
    extra: { idleTimeoutMillis: 30_000, keepAlive: true },
  });
}
