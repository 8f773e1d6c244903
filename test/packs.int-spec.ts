import type { PackRecord } from '#application/ports';
import { workerScope, type Reader } from '#domain/access';
import { zipParts } from './api/zip-parts.js';
import { sendFor } from './service/fifteen-months.js';
import {
  built,
  digests,
  manifestOf,
  MEASURES,
  opened,
  openedBy,
  sha256,
  TERMS,
  textRead,
} from './service/packs.js';
import type { TestService } from './service/test-service.js';

const scope = workerScope('spec');
describe('an evidence pack', () => {
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
    first = await build();
  }, 240_000);
  afterAll(async () => {
    await at.close();
    await elsewhere.close();
  });

  const build = (over: Partial<typeof TERMS> = {}) => built(at, analyst, over);
  const open = (reader: Reader, pack: PackRecord) => openedBy(at, reader, pack);
  const textOf = (pack: PackRecord, path: string) => textRead(at, board, { pack, path });

  it('has a file of data and a chart for each measure and council, one document, and a manifest with a checksum', async () => {
    expect([...digests(first).keys()]).toEqual([
      ...MEASURES.toSorted().flatMap((measure) => [
        `charts/${measure}/barnet.svg`,
        `charts/${measure}/leeds.svg`,
      ]),
      ...MEASURES.toSorted().flatMap((measure) => [
        `data/${measure}/barnet.csv`,
        `data/${measure}/leeds.csv`,
      ]),
      'document.html',
    ]);
    const { pack, differences, corrected } = await open(board, first);
    expect([pack.checksum, differences, corrected]).toEqual([first.checksum, [], 0]);
    expect(manifestOf(first)).toMatchObject({
      ...{ title: TERMS.title, madeBy: 'dfe-analyst', knownSeq: first.knownSeq },
      councils: ['E09000003', 'E08000035'],
    });
  });

  it('follows matured figures, marks them provisional, and leaves out what nobody approved yet', async () => {
    const data = await textOf(first, 'data/requests_received/barnet.csv');
    const lines = data.trim().split('\r\n');
    expect(lines).toHaveLength(16);
    expect(lines.at(-2)).toMatch(/,2024,February,2024-02-01,\d+,value,.*,provisional,/);
    expect(lines.at(-1)).toMatch(/,2024,March,2024-03-01,,not yet approved,,,,,,$/);
    const chart = await textOf(first, 'charts/requests_received/barnet.svg');
    expect(chart).toContain('Not official statistics');
    expect(chart).toContain('Provisional: sent, not yet approved');
    expect(chart).toContain('/councils/barnet/figures/requests_received');
    expect(chart).not.toContain('http://p');
    expect(await textOf(first, 'document.html')).toContain(
      'sent and is not yet approved: left out',
    );
  });

  it('comes out the same byte for byte when its data and charts are made again elsewhere from the manifest alone', async () => {
    const { value: rebuilt } = (await elsewhere.service.rebuildPack.run(
      scope,
      manifestOf(first),
    )) as { value: unknown };
    expect(rebuilt).toEqual({ made: 8, differences: [], otherwise: [] });
  });

  it('is refused to whoever may not make one, and with too many measures', async () => {
    const { measures, ...terms } = TERMS;
    const by = (reader: Reader, some: readonly string[] = measures) =>
      at.service.buildPack.run({ reader, ...terms, measures: some });
    for (const reader of [board, await at.reader('council-approver', 'leeds')])
      expect(await by(reader)).toMatchObject({ error: { refusal: { code: 'NOT_ALLOWED' } } });
    const { metrics } = await at.service.programme.current();
    const codes = metrics.filter(({ type }) => type === 'measure').map(({ code }) => code);
    expect(await by(analyst, codes)).toMatchObject({
      error: { faults: [{ field: 'measures', code: 'PACK_MEASURES_WRONG' }] },
    });
    const early = { asKnownAt: new Date('2023-01-01T00:00:00Z') };
    expect(await at.service.buildPack.run({ reader: analyst, ...TERMS, ...early })).toMatchObject({
      error: { refusal: { code: 'PACK_EMPTY' } },
    });
  });

  it('is opened by DfE, the board and delivery partners alone, and each opening is told in the audit', async () => {
    const sees = async (reader: Reader): Promise<boolean> =>
      (await at.service.readPacks.one(reader, first.id)) !== null &&
      (await at.service.readPacks.list(reader, { after: null, first: 10 })).items.length > 0;
    const seen: string[] = [];
    for (const role of ['dfe-analyst', 'dfe-policy', 'board', 'delivery-partner'] as const)
      if (await sees(await at.reader(role))) seen.push(role);
    for (const role of ['evaluator', 'auditor', 'admin'] as const)
      if (await sees(await at.reader(role))) seen.push(role);
    for (const role of ['council-approver', 'partnership-lead', 'system'] as const)
      if (await sees(await at.reader(role, 'leeds'))) seen.push(role);
    expect(seen).toEqual(['dfe-analyst', 'dfe-policy', 'board', 'delivery-partner']);
    const read = await at.transactions.read(scope, (sql) =>
      sql.rows<{ actor: string }>(
        `select distinct actor from audit_entry where deed = 'evidence pack read' and subject = $1 order by 1`,
        [first.id],
      ),
    );
    expect(read.map(({ actor }) => actor)).toEqual(seen.toSorted());
  });

  it('of an earlier day has what was known then, and a mark for nothing that only came later', async () => {
    const asKnownAt = new Date('2023-06-15T22:59:59.999Z');
    const pack = await build({ asKnownAt });
    expect(pack.knownSeq).toBeLessThan(first.knownSeq);
    const lines = (await textOf(pack, 'data/requests_received/leeds.csv')).trim().split('\r\n');
    expect(lines.at(-1)).toMatch(/,2023,May,2023-05-01,,not yet approved/);
    expect((await open(analyst, pack)).corrected).toBe(0);
    const rebuilt = await elsewhere.service.rebuildPack.run(scope, manifestOf(pack));
    expect(rebuilt).toMatchObject({ ok: true, value: { differences: [] } });
  });

  it('is archived whole, with its manifest', async () => {
    const archive = await at.service.readPacks.archive(board, first.id);
    if (!archive.ok) throw new Error(archive.error.code);
    const pieces: Uint8Array[] = [];
    for await (const piece of archive.value.content) pieces.push(Buffer.from(piece));
    const parts = zipParts(Buffer.concat(pieces));
    expect(parts.get('manifest.json')).toBe(first.manifest);
    const packed = [...parts].map(([path, text]) => [path, sha256(text)] as const);
    const named = digests(first).set('manifest.json', first.checksum);
    expect(new Map(packed)).toEqual(named);
  });

  describe('after a late revision', () => {
    let submissionId: string;
    beforeAll(async () => {
      at.clock.set(new Date('2024-04-09T10:00:00Z'));
      submissionId = await sendFor(at, 'leeds', {
        ...{ month: '2023-06', sent: { n_requests: '77' } },
        reason: 'keyed twice, corrected',
      });
    }, 60_000);

    it('is told on the history of the figure: which packs have it, and that it is newer now', async () => {
      const { metrics } = await at.service.programme.current();
      const metric = metrics.find(({ code }) => code === 'requests_received');
      if (!metric) throw new Error('no measure');
      const using = async (reader: Reader, period: string) => {
        const of = { councilId: first.councilIds[1] ?? 0, metric, period };
        const found = await at.service.readPacks.using(reader, of);
        return found.filter(({ id }) => id === first.id).map(({ isEarlier }) => isEarlier);
      };
      expect(await using(analyst, '2023 June')).toEqual([true]);
      expect(await using(analyst, '2023 May')).toEqual([false]);
      expect(await using(analyst, '2024 March')).toEqual([]);
      expect(await using(await at.reader('council-approver', 'leeds'), '2023 June')).toEqual([]);
    });

    it('of a figure that the pack left out is no mark', async () => {
      await sendFor(at, 'leeds', {
        ...{ month: '2024-03', sent: { n_requests: '55' } },
        reason: 'keyed twice, corrected',
      });
      expect((await open(analyst, first)).corrected).toBe(1);
    });

    const changedSince = async (): Promise<readonly string[]> => {
      const [was, is] = [digests(first), digests(await build())];
      return [...new Set([...was.keys(), ...is.keys()])].filter(
        (path) => was.get(path) !== is.get(path),
      );
    };

    it('keeps what it said and is marked; what the figure is now, only DfE is told', async () => {
      const seen = await open(analyst, first);
      expect([seen.corrected, seen.differences]).toEqual([1, []]);
      expect(seen.corrections).toMatchObject([
        {
          ...{ metric: 'n_requests', period: '2023 June', before: { value: '39' } },
          ...{ after: { value: '77' }, approved: false },
          reason: { kind: 'ERROR', text: 'keyed twice, corrected' },
        },
      ]);
      const { corrections } = await open(board, first);
      expect(corrections).toMatchObject([
        { before: { value: '39' }, after: null, reason: { kind: 'ERROR', text: null } },
      ]);
      const { items } = await at.service.readPacks.list(board, { after: null, first: 10 });
      const marks = new Map(items.map(({ id, corrected }) => [id, corrected]));
      expect(marks.get(first.id)).toBe(1);
    });

    it('has a successor that differs in the files of that council and measure alone, once the figure counts', async () => {
      expect(await changedSince()).toEqual(['document.html']);
      const meanwhile = await open(analyst, await build());
      expect(meanwhile.corrections).toMatchObject([
        { period: '2023 June', before: { value: '39' }, after: { value: '77' }, approved: false },
      ]);
      const reader = await at.reader('council-approver', 'leeds');
      await at.service.approveSubmission.run({ reader, submissionId });
      expect(await changedSince()).toEqual([
        'charts/requests_received/leeds.svg',
        'data/requests_received/leeds.csv',
        'document.html',
      ]);
    });

    it('still comes out the same, here and elsewhere', async () => {
      for (const { service } of [at, elsewhere]) {
        const rebuilt = await service.rebuildPack.run(scope, manifestOf(first));
        expect(rebuilt).toMatchObject({ ok: true, value: { differences: [] } });
      }
    });
  });
});
