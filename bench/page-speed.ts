import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { AddressInfo } from 'node:net';
import { SESSION_COOKIE } from '../apps/web/src/http/cookies.js';
import { testDatabase, type TestDatabase } from '#testing';
import { createWebApp } from '../apps/web/src/web-app.js';
import { say } from './bench.js';
import { measureCode, METRICS, MONTHS, seedNational, serviceOf } from './national.js';

/** Each page is asked for so often, one request after another; before that a few times without being measured. */
const TIMES = 20;
const WARM_UP = 5;
const MOST_MS = 150;
const MOST_BYTES = 150_000;

/** The bare floor: a page of words alone, of the same process. */
const FLOOR = '/help';
const SHARE = measureCode(0);
const COUNT = measureCode(1);

/** What is measured, by who asks. A new page is one line here. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'dfe-analyst': [
    '/overview',
    '/returns',
    '/returns?month=all',
    '/metrics',
    `/metrics/${SHARE}`,
    `/metrics/${SHARE}?order=region&part=2`,
    `/metrics/${SHARE}?back=all`,
    `/metrics/${COUNT}`,
    `/metrics/${SHARE}/funnel`,
    `/metrics/${SHARE}/table`,
    `/metrics/${SHARE}/export`,
    '/councils?all=1',
    '/councils/leeds',
    '/councils/leeds?back=all',
    `/councils/leeds/figures/${SHARE}`,
    '/councils/leeds/board/plans',
    '/councils/leeds/quality',
    '/councils/leeds/reconciliation/2024',
    `/figures/leeds/part_0/2024-11`,
    '/alerts',
    '/alert-quality',
    '/alerting',
    '/alert-rules',
    '/milestones',
    '/feedback',
    '/silences',
    '/published',
  ],
  'rutland-data-officer': [
    '/council',
    '/council/figures',
    '/council/return/2024-12',
    '/council/submissions',
    '/council/quality',
    '/council/counting',
    '/alerts',
    '/connections',
    '/messages',
  ],
  'rutland-send-lead': ['/council', '/connections', '/silences'],
  'yorkshire-partnership-lead': ['/council', '/alerts', '/milestones'],
  'board-member': ['/alerts'],
  administrator: ['/connections', '/messages'],
};

type Answer = { readonly status: number; readonly firstByte: number; readonly bytes: number };

/** One page, asked for with a session's cookie: when its first byte came (ms), and how much it weighs uncompressed. */
const ask = (url: string, cookie: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const sent = request(url, { headers: { cookie } }, (answer) => {
      let firstByte = 0;
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        if (bytes === 0) firstByte = performance.now() - began;
        bytes += chunk.byteLength;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, firstByte, bytes }));
    });
    sent.on('error', reject);
    sent.end();
  });

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

type Measured = {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of this process for one request, ms: it says the same on a machine that others use, too. */
  readonly processor: number;
  readonly bytes: number;
};

async function measured(url: string, cookie: string): Promise<Measured> {
  const times: number[] = [];
  let bytes = 0;
  let before = process.cpuUsage();
  for (let n = 0; n < WARM_UP + TIMES; n += 1) {
    if (n === WARM_UP) before = process.cpuUsage();
    const answer = await ask(url, cookie);
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    if (n >= WARM_UP) times.push(answer.firstByte);
    bytes = answer.bytes;
  }
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1000 / TIMES;
  const sorted = times.sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), processor, bytes };
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(0);

/** First byte and weight of each page at national size, against a page of words alone; which of them are too slow or heavy. */
export async function pageSpeed(): Promise<void> {
  const database = await testDatabase();
  await seedNational(database);
  await measurePages(database.roles);
  await database.drop();
}

/** The same on figures that are there already. */
async function measurePages(roles: TestDatabase['roles']): Promise<void> {
  const service = await serviceOf(roles);
  const { programme, developmentSignIn } = service;
  const { register } = await programme.current();
  const watch = {
    isDatabaseAway: () => false,
    report: (_: string, error: unknown) => say(String(error)),
  };
  const web = await createWebApp({
    ...{ door: service, identity: developmentSignIn, watch },
    origin: 'http://127.0.0.1',
  });
  await web.listen(0, '127.0.0.1');
  const { port } = web.getHttpServer().address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const floor = await measured(`${base}${FLOOR}`, '');
  say(
    `${register.memberships.length} councils, ${METRICS} metrics, ${MONTHS} months; ${TIMES} requests a page; first byte in ms, p50 and p95 (ratio of p50 to ${FLOOR}: ${floor.p50.toFixed(1)} ms), processor time of the pages in ms (${FLOOR}: ${floor.processor.toFixed(1)}), weight in kB`,
  );
  const beyond: string[] = [];
  for (const [persona, paths] of Object.entries(PAGES)) {
    const signedIn = await developmentSignIn.signIn(persona);
    if (!signedIn) throw new Error(`no persona ${persona}`);
    for (const path of paths) {
      const of = await measured(`${base}${path}`, `${SESSION_COOKIE}=${signedIn.cookie}`);
      const isBeyond = of.p95 > MOST_MS || of.bytes > MOST_BYTES;
      const line = `${path} (${persona}): ${of.p50.toFixed(0)} and ${of.p95.toFixed(0)} (${(of.p50 / floor.p50).toFixed(1)}), ${of.processor.toFixed(0)}, ${kB(of.bytes)} kB`;
      if (isBeyond) beyond.push(line);
      say(`${isBeyond ? '! ' : '  '}${line}`);
    }
  }
  say(
    beyond.length === 0
      ? `every page within ${MOST_MS} ms and ${kB(MOST_BYTES)} kB`
      : `beyond ${MOST_MS} ms or ${kB(MOST_BYTES)} kB: ${beyond.length}\n${beyond.join('\n')}`,
  );
  await web.close();
  await service.close();
}
