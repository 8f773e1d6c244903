import 'reflect-metadata';
import { join } from 'node:path';
import { composeService } from '#composition';
import { workerScope } from '#domain/access';
import { WakeUps } from '#application/ports';
import { dataSourceFor, ScopedTransactions, writeProgramme } from '#persistence';
import { FixedClock } from '#platform';
import { startTestServer, testDatabase } from '#testing';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';
import { acceptance } from './acceptance.js';
import { fileOf, importer, type Bench } from './bench.js';
import { disclosureSpeed } from './disclosure-speed.js';
import { latency } from './latency.js';
import { reading } from './reading.js';

class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

const server = await startTestServer(process.cwd());
process.env['TEST_OWNER_URL'] = server.ownerUrl;
const database = await testDatabase();
const [workerSource, appSource] = [database.roles.worker, database.roles.app].map((url) =>
  dataSourceFor(url, { size: 2, name: 'bench' }),
);
if (!workerSource || !appSource) throw new Error('no connections');
for (const source of [workerSource, appSource]) await source.initialize();
const transactions = new ScopedTransactions({ worker: workerSource });
const data = readProgramme({
  folder: join(process.cwd(), 'programmes', 'send-ap'),
  demonstration: true,
});
await transactions.run(workerScope('bench'), (sql) => writeProgramme(sql, data));
const service = await composeService(
  {
    app: database.roles.app,
    worker: database.roles.worker,
    listens: false,
    poolSize: 4,
    name: 'bench',
  },
  { clock: new FixedClock(new Date('2025-01-15T09:00:00Z')), wakeUps: new NoWakeUps() },
);
const bench: Bench = { service, transactions, app: new ScopedTransactions({ app: appSource }) };
const live = data.register.councils.filter((council) => council.endedOn === null);
const codes = live.map(
  (council) =>
    council.codes.find((code) => code.kind === 'ons' && code.validTo === null)?.code ?? '',
);
await acceptance(bench, codes);
await latency(bench);
const years = live.map(
  (council, n) =>
    `${codes[n] ?? council.key},2022,Calendar year,ehcp_timeliness_20wk_excl,${n},${200 + n},${((100 * n) / (200 + n)).toFixed(1)}`,
);
const header = 'council,time_period,time_identifier,measure,numerator,denominator,value';
await service.receiveSubmission.run({
  ...fileOf([header, ...years, ''].join('\n')),
  reader: importer,
  source: 'published',
  publishedOn: '2023-06-08',
});
await reading(bench);
await disclosureSpeed();
await service.close();
for (const source of [workerSource, appSource]) await source.destroy();
await database.drop();
await server.stop();
