import { DataSource } from 'typeorm';
import { AccessTokenEntity } from './entities/access-token.entity.js';
import { KeptFormEntity } from './entities/kept-form.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { Register1763976000001 } from './migrations/0001-register.migration.js';
import { Intake1763976000002 } from './migrations/0002-intake.migration.js';
import { Judgement1763976000003 } from './migrations/0003-judgement.migration.js';
import { Identity1763976000004 } from './migrations/0004-identity.migration.js';
import { ColumnNames1764115200007 } from './migrations/0007-column-names.migration.js';
import { FindingsInTime1764115200006 } from './migrations/0006-findings-in-time.migration.js';
import { RowSecurity1763976000005 } from './migrations/0005-row-security.migration.js';
import { YearlyFiles1764115200015 } from './migrations/0015-yearly-files.migration.js';
import { Afterlife1764115200013 } from './migrations/0013-afterlife.migration.js';
import { Counting1764115200014 } from './migrations/0014-counting.migration.js';
import { ApiKeys1763976000010 } from './migrations/0010-api-keys.migration.js';
import { ReturnDrafts1764115200011 } from './migrations/0011-return-drafts.migration.js';
import { Lateness1763976000012 } from './migrations/0012-lateness.migration.js';
import { SameFile1764115200016 } from './migrations/0016-same-file.migration.js';
import { Assessments1764201600017 } from './migrations/0017-assessments.migration.js';
import { PlanInterpolation1764547200018 } from './migrations/0018-plan-interpolation.migration.js';
import { Channels1764547200019 } from './migrations/0019-channels.migration.js';
import { FollowUp1764633600020 } from './migrations/0020-follow-up.migration.js';
import { RulesByPeople1764720000022 } from './migrations/0022-rules-by-people.migration.js';
import { RuleVersions1764720000021 } from './migrations/0021-rule-versions.migration.js';
import { Evaluations1764720600027 } from './migrations/0027-evaluations.migration.js';
import { PutAside1765152000034 } from './migrations/0034-put-aside.migration.js';
import { MilestonesAndFeedback1765065600025 } from './migrations/0025-milestones-and-feedback.migration.js';
import { BackTests1764720000024 } from './migrations/0024-back-tests.migration.js';
import { KeptForms1765152000033 } from './migrations/0033-kept-forms.migration.js';
import { Messages1764806400023 } from './migrations/0023-messages.migration.js';
import { Packs1765152000028 } from './migrations/0028-packs.migration.js';
import { Digests1765152000031 } from './migrations/0031-digests.migration.js';
import { Visits1765152000030 } from './migrations/0030-visits.migration.js';

/** One role's connections. `size` is part of the written connection budget (docs/adr/0010-connection-budget.md). */
export function dataSourceFor(url: string, options: { size: number; name: string }): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: options.name,
    entities: [AccessTokenEntity, SessionEntity, KeptFormEntity],
    migrations: [
      Register1763976000001,
      Intake1763976000002,
      Judgement1763976000003,
      Identity1763976000004,
      RowSecurity1763976000005,
      FindingsInTime1764115200006,
      ColumnNames1764115200007,
      ApiKeys1763976000010,
      ReturnDrafts1764115200011,
      Lateness1763976000012,
      Afterlife1764115200013,
      Counting1764115200014,
      YearlyFiles1764115200015,
      SameFile1764115200016,
      Assessments1764201600017,
      PlanInterpolation1764547200018,
      Channels1764547200019,
      FollowUp1764633600020,
      RuleVersions1764720000021,
      Evaluations1764720600027,
      PutAside1765152000034,
      RulesByPeople1764720000022,
      MilestonesAndFeedback1765065600025,
      BackTests1764720000024,
      Messages1764806400023,
      Packs1765152000028,
      KeptForms1765152000033,
      Visits1765152000030,
      Digests1765152000031,
    ],
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
