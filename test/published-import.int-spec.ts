import { workerScope, type Reader } from '#domain/access';
import type { PublishedImport } from '#application/ports';
import { handlersFor } from '../apps/worker/src/handlers.js';
import { testService, type TestService } from './service/test-service.js';

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year,pc_plans_issued_gt_1_year';
const ALL = 'All EHC plans issued,All EHC plans issued';
const PLACE = 'E92000001,England,E12000004,East Midlands';
const rutland = (year: number, figures: string): string =>
  `${year},Calendar year,Local authority,${PLACE},E06000017,857,Rutland,${ALL},${figures}`;
/** Invented: Rutland in two years, and a row of another value of the filter. */
const ROWS = [
  rutland(2023, '50,40,30,20,60,50,0,0'),
  rutland(2024, '48,40,24,20,50,50,0,0'),
  rutland(2024, '24,20,12,10,50,50,0,0').replace(ALL, 'Sex,Female'),
];
const COLUMNS = 4;

describe('a yearly file that an analyst uploads', () => {
  let at: TestService;
  let analyst: Reader;
  beforeEach(async () => {
    at = await testService('2025-07-01T09:00:00Z');
    analyst = await at.reader('dfe-analyst');
  });
  afterEach(() => at.close());

  const work = () => handlersFor(at.service).submissions();
  const upload = async (rows: readonly string[], header = HEADER) => {
    const bytes = Buffer.from(`${header}\r\n${rows.join('\r\n')}\r\n`);
    const data = { name: 'timeliness.csv', bytes };
    const uploaded = await at.service.publishedImports.upload({
      ...{ reader: analyst, data, metadata: null },
      publishedOn: '2025-06-26',
    });
    if (!uploaded.ok) throw new Error(uploaded.error.refusal.code);
    return uploaded.value.id;
  };
  const one = async (id: string): Promise<PublishedImport> => {
    const found = await at.service.publishedImports.one(analyst, id);
    if (!found) throw new Error('the upload is not there');
    return found;
  };
  const count = async (table: string): Promise<number> => {
    const row = await at.transactions.run(workerScope('spec'), (sql) =>
      sql.one<{ n: number }>(`select count(*)::int as n from ${table}`),
    );
    return row?.n ?? NaN;
  };
  const confirm = (id: string, reader = analyst) =>
    at.service.publishedImports.confirm({ reader, id });

  it('is shown before anything changes, and imported once however often it is confirmed', async () => {
    const id = await upload(ROWS);
    expect([(await one(id)).status, at.wakeUps.asked]).toEqual(['received', ['submissions']]);
    await work();
    const previewed = await one(id);
    expect(previewed).toMatchObject({
      status: 'previewed',
      preview: {
        series: 'sen2-timeliness',
        rows: 3,
        rowsNotHeld: 1,
        councilFigures: 2 * COLUMNS,
        seriesCount: COLUMNS,
        counts: { new: 2 * COLUMNS, changed: 0, same: 0 },
        periods: [
          { period: '2023 Calendar year', new: COLUMNS },
          { period: '2024 Calendar year', new: COLUMNS },
        ],
        largest: [],
      },
    });
    expect(previewed.preview?.findings.some(({ fix }) => fix !== '')).toBe(true);
    expect([await count('revision'), await count('published_import_piece')]).toEqual([0, 1]);

    expect((await confirm(id)).ok).toBe(true);
    expect((await confirm(id)).ok).toBe(true);
    await work();
    expect((await confirm(id)).ok).toBe(true);
    await work();
    expect(await one(id)).toMatchObject({
      status: 'imported',
      confirmedBy: analyst.actor,
      outcome: { periods: [{ accepted: COLUMNS }, { accepted: COLUMNS }] },
    });
    expect([
      await count('revision'),
      await count('submission'),
      await count('published_import_piece'),
    ]).toEqual([2 * COLUMNS, 2, 0]);
    expect(await count(`audit_entry where deed = 'published file imported'`)).toBe(1);
    expect(await at.broken()).toEqual([]);
  });

  it('says what the next release changes, with the largest change first, and finds the same unchanged', async () => {
    const first = await upload(ROWS);
    await work();
    await confirm(first);
    await work();
    const changed = [
      rutland(2023, '50,40,30,20,60,50,0,0'),
      rutland(2024, '49,40,24,30,49,75,0,0'),
    ];
    const second = await upload(changed);
    await work();
    const { preview } = await one(second);
    expect(preview?.counts).toEqual({ new: 0, changed: 4, same: 4 });
    expect(preview?.largest[0]).toMatchObject({
      metric: 'ehcp_timeliness_20wk_excl',
      period: '2024 Calendar year',
      before: '50',
      after: '75',
    });
    await confirm(second);
    await work();
    expect((await one(second)).outcome?.periods).toMatchObject([
      { period: '2024 Calendar year', accepted: 4 },
    ]);
    const { register } = await at.service.programme.current();
    const figures = await at.service.figures.figures(workerScope('spec'), {
      programmeId: register.programmeId,
      metrics: ['ehcp_timeliness_20wk_excl'],
      councilIds: 'all',
      breakdown: null,
      from: '2024-01-01',
      to: null,
      now: at.service.clock.now(),
      asKnownAt: null,
    });
    expect(figures.map(({ value }) => value)).toEqual(['75']);
    expect(await at.broken()).toEqual([]);
  });

  it('is told what to do where no mapping reads it, and is not kept', async () => {
    const id = await upload(ROWS, HEADER.replaceAll('plans_issued', 'something_else'));
    await work();
    const refused = await one(id);
    expect(refused.status).toBe('refused');
    expect(refused.sentence).toContain('Ask whoever runs the service for a mapping');
    expect(await count('published_import_piece')).toBe(0);
    expect(await confirm(id)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_IMPORT' } });
  });

  it('expires with its file when nobody confirms it in a week', async () => {
    const id = await upload(ROWS);
    await work();
    at.clock.set(new Date('2025-07-08T09:00:01Z'));
    expect(await confirm(id)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_IMPORT' } });
    await work();
    expect([(await one(id)).status, await count('published_import_piece')]).toEqual(['expired', 0]);
    expect(await count('revision')).toBe(0);
  });

  it('is not taken from anybody else, before its day, or with a person in it', async () => {
    const bytes = Buffer.from(`${HEADER}\r\n${ROWS.join('\r\n')}\r\n`);
    const data = { name: 'timeliness.csv', bytes };
    const send = async (reader: Reader, publishedOn: string, file = data) => {
      const given = { reader, data: file, metadata: null, publishedOn };
      const answer = await at.service.publishedImports.upload(given);
      return answer.ok ? 'taken' : answer.error.refusal.code;
    };
    for (const role of ['dfe-policy', 'evaluator', 'board', 'admin'] as const)
      expect(await send(await at.reader(role), '2025-06-26')).toBe('NOT_ALLOWED');
    expect(await send(await at.reader('council-approver', 'rutland'), '2025-06-26')).toBe(
      'NOT_ALLOWED',
    );
    expect(await send(analyst, '2025-07-02')).toBe('PUBLICATION_DAY_WRONG');
    const person = {
      name: 'x.csv',
      bytes: Buffer.from('child,born\r\nAnn Example,03/09/2014\r\n'),
    };
    expect(await send(analyst, '2025-06-26', person)).toBe('FILE_REFUSED');
    expect([await count('published_import'), await count('published_import_piece')]).toEqual([
      0, 0,
    ]);
    expect(await at.service.publishedImports.list(await at.reader('evaluator'))).toEqual([]);
  });
});
