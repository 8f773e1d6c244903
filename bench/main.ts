import 'reflect-metadata';
import { startTestServer } from '#testing';
import { acceptance } from './acceptance.js';
import { fileOf, importer } from './bench.js';
import { backTestSpeed } from './back-test-speed.js';
import { channels } from './channels.js';
import { disclosureSpeed } from './disclosure-speed.js';
import { latency } from './latency.js';
import { openBench } from './open-bench.js';
import { pageSpeed } from './page-speed.js';
import { reading } from './reading.js';
import { statisticsSpeed } from './statistics-speed.js';

/** Deliveries as they come in, how soon they are judged, and how fast they are read. */
async function intake(): Promise<void> {
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
}

const PARTS = {
  intake,
  channels,
  disclosure: disclosureSpeed,
  statistics: statisticsSpeed,
  'back-test': backTestSpeed,
  pages: pageSpeed,
};

// `npm run bench` measures everything; `npm run bench -- back-test` that part alone.
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`);
const server = await startTestServer(process.cwd());
process.env['TEST_OWNER_URL'] = server.ownerUrl;
for (const [name, part] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) await part();
await server.stop();
