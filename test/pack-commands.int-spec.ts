import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { PackRecord } from '#application/ports';
import type { Reader } from '#domain/access';
import { built, cli, digests, MEASURES, opened, openedBy, sha256 } from './service/packs.js';
import type { TestService } from './service/test-service.js';

describe('an evidence pack that is stored', () => {
  let at: TestService;
  let elsewhere: TestService;
  let analyst: Reader;
  let board: Reader;
  let first: PackRecord;
  beforeAll(async () => {
    at = await opened();
    elsewhere = await opened();
    analyst = await at.reader('dfe-analyst');
    board = await at.reader('board');
    first = await built(at, analyst);
  }, 240_000);
  afterAll(async () => {
    await at.close();
    await elsewhere.close();
  });

  it('is written out, verified and made again by commands, which end well only when nothing differs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'));
    expect(cli(at, 'pack', 'export', first.id, folder)[0]).toBe(0);
    const manifest = join(folder, 'manifest.json');
    expect(readFileSync(manifest, 'utf8')).toBe(first.manifest);
    expect(sha256(readFileSync(join(folder, 'document.html'), 'utf8'))).toBe(
      digests(first).get('document.html'),
    );
    expect(cli(at, 'pack', 'verify', first.id)).toEqual([
      0,
      `Pack ${first.id} is whole: checksum ${first.checksum}.\n`,
    ]);
    expect(cli(elsewhere, 'pack', 'rebuild', manifest)).toEqual([
      0,
      '8 files made again, 0 differ.\n',
    ]);
    const [status, said] = cli(at, 'pack', 'verify', 'banana');
    expect([status, said]).toEqual([2, expect.stringContaining('Usage')]);
  }, 60_000);

  it('with bytes that were tampered with is found out, and the file is not served', async () => {
    const pack = await built(at, analyst);
    const owner = new Client({ connectionString: at.database.ownerUrl });
    await owner.connect();
    await owner.query('alter table pack_file no force row level security');
    await owner.query(
      `update pack_file set content = overlay(content placing 'x' from 30) where pack_id = $1 and path like 'data/%/leeds.csv'`,
      [pack.id],
    );
    await owner.query('alter table pack_file force row level security');
    await owner.end();
    const { differences } = await openedBy(at, board, pack);
    const paths = MEASURES.toSorted().map((measure) => `data/${measure}/leeds.csv`);
    expect(differences).toEqual(paths.map((path) => ({ path, what: 'differs' })));
    expect(await at.service.readPacks.file(board, pack.id, paths[0] ?? '')).toMatchObject({
      error: { code: 'PACK_DAMAGED' },
    });
    expect(await at.service.readPacks.file(board, pack.id, 'document.html')).toMatchObject({
      ok: true,
    });
    const said = paths.map((path) => `${path} has other bytes\n`).join('');
    expect(cli(at, 'pack', 'verify', pack.id)).toEqual([1, said]);
  });
});
