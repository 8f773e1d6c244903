import 'reflect-metadata';
import { xlsxOf, type Xlsx } from '#testing/workbooks';
import { workerScope } from '#domain/access';
import { runningApi, type RunningApi } from './running-api.js';
import { countOf, form, sendTo } from './send-to.js';

type Answer = {
  readonly id: string;
  readonly code: string;
  readonly status: string | number;
  readonly acceptedCount: number;
  readonly replayed: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
  }[];
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['council', 'period', 'measure', 'value'];
const rowsOf = (value: number) => [
  ['Return for December'],
  [],
  HEADER,
  [857, '2024-12', 'n_requests', value],
];
const workbook = (value: number, more: Partial<Xlsx> = {}): Xlsx => ({
  sheets: [{ name: 'December', rows: rowsOf(value) }],
  ...more,
});
const withHidden = (text: string): Xlsx => ({
  sheets: [
    { name: 'December', rows: rowsOf(6) },
    { name: 'Old list', state: 'hidden', rows: [['case'], [text]] },
  ],
});

describe('/v1/submissions, sent workbooks', () => {
  let api: RunningApi;
  let rutland: string;
  beforeAll(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
  });
  afterAll(() => api.close());

  const send = async (book: Xlsx, headers: Record<string, string> = {}, options = '') => {
    const body = new Uint8Array(xlsxOf(book));
    const all = { 'content-type': XLSX, ...headers };
    const answer = await sendTo(api, { authorization: rutland, body, headers: all, options });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  const rowsFrom = (statement: string): Promise<unknown[]> =>
    api.at.transactions.run(workerScope('spec'), (sql) => sql.rows(statement));
  const stored = (): Promise<unknown[]> =>
    rowsFrom(`select format, encode(bytes, 'escape') as text from submission_payload
      union all select 'submission', s::text from submission s
      union all select 'finding', f::text from finding f`);

  it('accepts the figures of one, and the same bytes again under the same key once', async () => {
    const key = { 'idempotency-key': 'workbook-1' };
    const first = await send(workbook(6), key);
    expect([first.status, first.body.acceptedCount, first.body.findings]).toEqual([201, 1, []]);
    const again = await send(workbook(6), key);
    expect([again.status, again.body.replayed]).toEqual([200, true]);
    expect(await countOf(api, rutland)).toBe(1);
  });

  it('takes one in a form, and says in which row of the sheet something is wrong', async () => {
    const book = workbook(6.5);
    const body = form({ dryRun: 'true' }, ['a.xlsx', new Uint8Array(xlsxOf(book))]);
    const answer = await sendTo(api, { authorization: rutland, body, headers: {} });
    const { findings } = (await answer.json()) as Answer;
    expect(findings).toMatchObject([{ code: 'VALUE_NOT_WHOLE', row: 4, column: 'value' }]);
  });

  it('refuses one with an identifier in a hidden sheet, names the place and stores nothing of it', async () => {
    const { status, body } = await send(withHidden('A123456789012'));
    expect([status, body.code]).toEqual([422, 'PERSONAL_DATA_IDENTIFIER']);
    expect(body.findings).toMatchObject([{ row: null, column: 'sheet 2 (hidden), cell A2' }]);
    expect(JSON.stringify(await stored())).not.toContain('A123456789012');
  });

  it('warns of a hidden sheet, and stores the table alone', async () => {
    const { status, body } = await send(withHidden('an old note'));
    expect([status, body.findings.map(({ code }) => code)]).toEqual([201, ['HIDDEN_CONTENT']]);
    expect(body.findings[0]?.message).toBe(
      'This workbook has a hidden sheet. We read only the sheet "December" and threw the rest away.',
    );
    const kept = JSON.stringify(await stored());
    expect(kept).not.toContain('an old note');
    expect(kept).not.toContain('"format":"file"');
    expect(kept).toContain('n_requests');
  });

  it('keeps what was said of a workbook that the worker checks later', async () => {
    const rows = Array.from({ length: 1_100 }, (_, n) => [857, '2024-12', `n_box_${n}`, n]);
    const sheets = [
      { name: 'December', rows: [HEADER, ...rows] },
      { name: 'Old', state: 'hidden' as const, rows: [['x']] },
    ];
    const { status, body } = await send({ sheets });
    expect([status, body.status]).toEqual([202, 'RECEIVED']);
    await api.at.service.checkStoredSubmissions.run();
    const found = await rowsFrom(
      `select code, count(*)::int as n from finding
       where submission_id = '${body.id}' group by code order by code`,
    );
    expect(found).toEqual([
      { code: 'HIDDEN_CONTENT', n: 1 },
      { code: 'MEASURE_UNKNOWN', n: 1_100 },
    ]);
  });

  it.each([
    [
      'a file that only begins like one',
      Buffer.from('PK\u0003\u0004 and no more'),
      422,
      'FILE_CUT_OFF',
    ],
    ['one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'FILE_UNREADABLE'],
  ])('refuses %s in a sentence', async (_what, bytes, status, code) => {
    const answer = await sendTo(api, {
      authorization: rutland,
      body: new Uint8Array(bytes),
      headers: { 'content-type': XLSX },
    });
    expect([answer.status, ((await answer.json()) as Answer).code]).toEqual([status, code]);
  });
});
