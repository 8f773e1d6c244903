import 'reflect-metadata';
import { startTestServer } from '#testing';
import { acceptance } from './acceptance.js';
import { fileOf, importer } from './bench.js';
import { backTestSpeed } from './back-test-speed.js';
import { channels } from './channels.js';
import { disclosureSpeed } from './disclosure-speed.js';
import { latency } from './latency.js';
import { openBench } from './open-bench.js';
import { reading } from './reading.js';
import { statisticsSpeed } from './statistics-speed.js';

const server = await startTestServer(process.cwd());
process.env['TEST_OWNER_URL'] = server.ownerUrl;
const bench = await openBench();
await acceptance(bench, bench.codes);
await latency(bench);
const years = bench.codes.map(
  (code, n) =>
    `${code},2022,Calendar year,ehcp_timeliness_20wk_excl,${n},${200 + n},${((100 * n) / (200 + n)).toFixed(1)}`,
);
const header = 'council,time_period,time_identifier,measure,numerator,denominator,value';
await bench.service.receiveSubmission.run({
  ...fileOf([header, ...years, ''].join('\n')),
  reader: importer,
  source: 'published',
  publishedOn: '2023-06-08',
});
await reading(bench);
await bench.close();
await channels();
await disclosureSpeed();
await statisticsSpeed();
await backTestSpeed();
await server.stop();
