import { workerScope } from '#domain/access';
import { dataSourceFor, ScopedTransactions } from '#persistence';
import { deriveRoleUrls, runningOwnerUrl } from '#platform';
import {
  cli,
  ended,
  processesOf,
  remove,
  root,
  startService,
  type Started,
} from '../whole/started-service.js';
import { faultyProxy, type FaultyProxy } from './faulty-proxy.js';
import { ProgramFolder } from './program-folder.js';

type Revision = { readonly value: string; readonly reason: string | null };

const MONTH = '2024-12';
const REASON = 'The record was made after the month was sent.';
const requests = (count: string | number) => ({ month: MONTH, name: 'EHC requests', count });
const decisions = (count: string | number) => ({ month: MONTH, name: 'EHC decisions', count });

let service: Started;
let proxy: FaultyProxy;
beforeAll(async () => {
  service = await startService({ env: { AS_OF: '2025-01-15' } });
  proxy = await faultyProxy(service.api);
}, 180_000);
afterAll(async () => {
  await proxy.close();
  service.process.kill('SIGTERM');
  await ended(service.process);
  remove(service.dataDir);
}, 60_000);

/** Asks the database of the running service, as its worker may. */
async function stored<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
  const owner = runningOwnerUrl({ root, dataDir: service.dataDir }) ?? '';
  const source = dataSourceFor(deriveRoleUrls(owner, {}).worker, { size: 1, name: 'spec' });
  await source.initialize();
  try {
    const transactions = new ScopedTransactions({ worker: source });
    return await transactions.read(workerScope('spec'), (sql) =>
      sql.rows<Row>(statement, parameters),
    );
  } finally {
    await source.destroy();
  }
}

describe.each([
  { language: 'node', command: [process.execPath, 'push.mjs'], code: 'E06000017', key: 'rutland' },
  { language: 'python', command: ['python3', 'push.py'], code: 'E06000044', key: 'portsmouth' },
] as const)('the nightly push in $language', ({ language, command, code, key: council }) => {
  let folder: ProgramFolder;
  let key = '';
  beforeAll(() => {
    const args = ['--council', code, '--label', `Nightly push in ${language}`];
    key =
      cli(service, 'key', 'make', ...args)
        .output.split('\n')
        .at(-1) ?? '';
    folder = new ProgramFolder(language, command, key);
    folder.configure({ api: proxy.url });
  });
  afterAll(() => folder.remove());
  beforeEach(() => {
    proxy.faults.length = 0;
    proxy.keys.length = 0;
  });

  const submissions = async (): Promise<number> => {
    const rows = await stored<{ n: number }>(
      `select count(*)::int as n from submission s join council c on c.id = s.council_id where c.key = $1`,
      [council],
    );
    return rows[0]?.n ?? 0;
  };
  const revisions = (box: string): Promise<Revision[]> =>
    stored<Revision>(
      `select r.value::text as value, r.reason_kind || ': ' || r.reason_text as reason from revision r
       join council c on c.id = r.council_id where c.key = $1 and r.metric = $2 and r.period = '2024 December'
       order by r.acceptance_id`,
      [council, box],
    );

  it('checks the extract without sending it', async () => {
    const { code: exit, output } = await folder.run(['--dry-run']);
    expect([exit, output]).toEqual([0, expect.stringContaining('11 of 11 would be accepted')]);
    expect([await submissions(), folder.receipts()]).toEqual([0, {}]);
  });

  it('sends each month of the extract once, and a second run sends nothing new', async () => {
    expect(await folder.run(['--since', MONTH])).toMatchObject({ code: 0 });
    expect(Object.keys(folder.receipts())).toEqual([MONTH]);
    const first = await folder.run();
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('11 of 11')]);
    const receipts = folder.receipts();
    expect(Object.keys(receipts).sort()).toEqual(['2024-11', MONTH]);
    const again = await folder.run();
    expect([again.code, again.output.match(/were sent before/g)?.length]).toEqual([0, 2]);
    expect([folder.receipts(), await submissions()]).toEqual([receipts, 2]);
  });

  it('gives the reason with a figure that changed, and with no other', async () => {
    folder.extract([requests(7), decisions(6)]);
    expect(await folder.run()).toMatchObject({ code: 0 });
    expect(await revisions('n_requests')).toEqual([
      { value: '6', reason: null },
      { value: '7', reason: `LATE_RECORD: ${REASON}` },
    ]);
    expect(await revisions('n_decisions')).toEqual([{ value: '6', reason: null }]);
    const before = await submissions();
    expect((await folder.run()).output).toContain('were sent before');
    folder.extract([requests(6), decisions(6)]);
    expect(await folder.run()).toMatchObject({ code: 0 });
    expect((await revisions('n_requests')).map(({ value }) => value)).toEqual(['6', '7', '6']);
    expect(await submissions()).toBe(before + 1);
  });

  it('has one effect when the api is killed before its answer arrives', async () => {
    const before = await submissions();
    folder.extract([requests(9), decisions(6)]);
    const meanwhile = (): void => {
      for (const pid of processesOf(service.dataDir)['api'] ?? []) process.kill(pid, 'SIGKILL');
    };
    proxy.faults.push({ kind: 'loses the answer', meanwhile });
    const { code: exit, output } = await folder.run();
    expect([exit, output]).toEqual([0, expect.stringContaining('the connection was lost')]);
    expect(output).toContain('were sent before');
    expect(new Set(proxy.keys).size).toBe(1);
    expect(proxy.keys.length).toBeGreaterThan(1);
    expect(await submissions()).toBe(before + 1);
    expect((await revisions('n_requests')).map(({ value }) => value)).toEqual(['6', '7', '6', '9']);
    expect(cli(service, 'verify')).toMatchObject({ status: 0 });
  }, 120_000);

  it('waits for as long as the service asks, and not for its own time', async () => {
    folder.configure({ retry: { attempts: 5, firstWaitSeconds: 600 } });
    const soon = new Date(Date.now() - 1_000).toUTCString();
    for (const [status, after] of [
      [429, '1'],
      [503, soon],
      [409, '0'],
      [502, '0'],
    ] as const)
      proxy.faults.push({ kind: 'answers', status, headers: { 'retry-after': after } });
    const { code: exit, output } = await folder.run();
    expect([exit, output]).toEqual([
      0,
      expect.stringContaining('answered 429; trying again in 1.0 s'),
    ]);
    expect(proxy.keys).toHaveLength(5);
  });

  it('gives up in the end, and says so by its exit code', async () => {
    folder.configure({ retry: { attempts: 3, firstWaitSeconds: 0.01 } });
    for (let n = 0; n < 3; n += 1) proxy.faults.push({ kind: 'answers', status: 504 });
    expect(await folder.run()).toEqual({
      code: 4,
      output: expect.stringContaining('Gave up after 3 attempts: the service answered 504.'),
    });
    expect(proxy.keys).toHaveLength(3);
  });

  it('names a bad figure in a table, by its line in the extract, and keeps the good ones', async () => {
    folder.extract([requests('six'), decisions(7)]);
    const { code: exit, output } = await folder.run();
    expect(exit).toBe(1);
    const [head = '', row = ''] = output.split('\n');
    expect(head.split(/ {2,}/)).toEqual(['row', 'column', 'value', 'message', 'fix']);
    expect(row.split(/ {2,}/)).toEqual([
      '1',
      'value',
      'six',
      expect.any(String),
      expect.any(String),
    ]);
    expect(output).toContain('1 of 2 accepted');
    expect((await revisions('n_decisions')).at(-1)).toMatchObject({ value: '7' });
    folder.extract([requests(10), decisions(7)]);
    expect(await folder.run()).toMatchObject({ code: 0 });
    expect((await revisions('n_requests')).at(-1)?.reason).toBe(`LATE_RECORD: ${REASON}`);
  });

  it('asks a person for the reason when its state file was lost', async () => {
    folder.forget();
    folder.extract([requests(12), decisions(7)]);
    const lost = await folder.run();
    expect([lost.code, lost.output]).toEqual([1, expect.stringContaining('1 of 2 accepted')]);
    expect(await folder.run(['--explain'])).toMatchObject({ code: 0 });
    expect((await revisions('n_requests')).at(-1)).toEqual({
      value: '12',
      reason: `LATE_RECORD: ${REASON}`,
    });
    expect((await folder.run()).output).toContain('were sent before');
    folder.extract([requests(10), decisions(7)]);
    expect(await folder.run()).toMatchObject({ code: 0 });
  });

  it('sends nothing that it cannot map, and nothing without a key or to an open address', async () => {
    folder.extract([requests(10), { month: MONTH, name: 'Something else', count: 1 }]);
    const unmapped = await folder.run();
    expect(unmapped).toEqual({ code: 2, output: expect.stringContaining('Something else') });
    folder.extract([requests(10)]);
    expect(await folder.run([], { CPM_KEY: '' })).toMatchObject({ code: 2 });
    expect(await folder.run(['--no-such-word'])).toMatchObject({ code: 2 });
    folder.configure({ api: 'http://monitor.example' });
    expect(await folder.run()).toEqual({ code: 2, output: expect.stringContaining('https://') });
    folder.configure({ api: proxy.url });
    expect(proxy.keys).toEqual([]);
  });

  it('stops at a key that was revoked, in the words of the service', async () => {
    const name = key.slice(0, 'cpm_live_7kq2xm4a'.length);
    cli(service, 'key', 'revoke', '--council', code, '--key', name);
    const file = { CPM_KEY_FILE: folder.keyFile() };
    const { code: exit, output } = await folder.run([], file);
    expect([exit, output]).toEqual([
      3,
      expect.stringContaining('KEY_REVOKED. This key was revoked.'),
    ]);
    expect(proxy.keys).toHaveLength(1);
  });

  it('never shows or keeps the key', async () => {
    const { output } = await folder.run();
    expect([output, folder.kept(), service.output()].join('\n')).not.toContain(key.slice(-43));
  });
});
