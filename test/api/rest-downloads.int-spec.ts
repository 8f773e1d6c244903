import 'reflect-metadata';
import { xlsxOf } from '#testing/workbooks';
import { runningApi, type RunningApi } from './running-api.js';
import { CSV, form, HEADER, manyFigures, ONE_BAD, sendTo } from './send-to.js';

describe('what a sender takes home by REST', () => {
  let api: RunningApi;
  let rutland: string;
  beforeEach(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
  });
  afterEach(() => api.close());

  const idOf = async (body: BodyInit, headers?: Record<string, string>): Promise<string> => {
    const answer = await sendTo(api, { authorization: rutland, body, headers });
    const { id } = (await answer.json()) as { id: string };
    return id;
  };
  const get = (id: string, what: 'findings.csv' | 'file', authorization = rutland) =>
    fetch(`${api.url}/v1/submissions/${id}/${what}`, { headers: { authorization } });
  /** The text of an answer as it was sent: `text()` would take the first mark of the file away. */
  const textOf = async (answer: Response): Promise<string> =>
    Buffer.from(await answer.arrayBuffer()).toString();

  it('is the report of what was found, a line a finding', async () => {
    const id = await idOf(ONE_BAD);
    const answer = await get(id, 'findings.csv');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="findings-${id}.csv"`,
      'x-content-type-options': 'nosniff',
    });
    const [head, line, ...rest] = (await textOf(answer)).split('\r\n');
    expect(head).toBe('\ufeffrow,column,measure,value,code,severity,message,fix,explanation');
    expect(line).toMatch(/^3,value,\w+,six,VALUE_NOT_A_NUMBER,block,/);
    expect(rest).toEqual(['']);
  });

  it('is the whole report, however long it is', async () => {
    const rows = manyFigures(2_100).map(
      ({ metric, period }) => `857,${period.month},${metric},six`,
    );
    const id = await idOf([HEADER, ...rows].join('\n'));
    await api.at.service.checkStoredSubmissions.run();
    const lines = (await textOf(await get(id, 'findings.csv'))).trim().split('\r\n');
    const named = lines.slice(1).map((line) => Number(line.split(',')[0]));
    expect(new Set(named).size).toBe(2_100);
    expect(named).toEqual(named.toSorted((a, b) => a - b));
  });

  it('is the file byte for byte, a long one too, under a name that is safe in a header', async () => {
    const note = 'x'.repeat(900);
    const rows = manyFigures(1_300).map(
      ({ metric, period }) => `857,${period.month},${metric},6,${note}`,
    );
    const text = [`${HEADER},comment`, ...rows].join('\r\n');
    const id = await idOf(form({}, ['Dezember “2024”; final.csv', text]), {});
    const answer = await get(id, 'file');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="Dezember-2024-final.csv"',
    );
    expect(answer.headers.get('content-type')).toBe('text/csv');
    expect((await textOf(answer)) === text).toBe(true);
  });

  it('is also what was refused as a whole, and of a workbook the table that was read', async () => {
    const refused = 'wann,wieviel\n2024-12,6\n';
    const book = xlsxOf({
      sheets: [
        {
          name: 'return',
          rows: [
            ['council', 'period', 'measure', 'value', 'comment'],
            ['857', '2024-12', 'n_plans', 6, '=late'],
          ],
        },
      ],
    });
    const sent = [
      [refused, 'text/csv', refused],
      [
        Buffer.from(book),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        "\ufeffcouncil,period,measure,value,comment\r\n857,2024-12,n_plans,6,'=late\r\n",
      ],
    ] as const;
    for (const [body, type, kept] of sent) {
      const id = await idOf(body, { 'content-type': type });
      expect(await textOf(await get(id, 'file'))).toBe(kept);
    }
  });

  it('is nothing of what the personal-data guard stopped, and a sentence says so', async () => {
    const id = await idOf(`${HEADER},comment\n857,2024-12,n_plans,6,943 476 5919\n`);
    const answer = await get(id, 'file');
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { code: 'FILE_NOT_KEPT', message: expect.stringContaining('We kept nothing') },
    ]);
    expect(await textOf(await get(id, 'findings.csv'))).toContain('PERSONAL_DATA_IDENTIFIER');
  });

  it('is the file for who may send for the council, and the report for who sees the submission', async () => {
    const id = await idOf(CSV);
    const leeds = await api.bearer('council-submitter', 'leeds');
    const dfe = await api.bearer('dfe-analyst');
    const statuses = async (who: string) => [
      (await get(id, 'findings.csv', who)).status,
      (await get(id, 'file', who)).status,
    ];
    expect(await statuses(leeds)).toEqual([404, 404]);
    expect(await statuses(dfe)).toEqual([200, 403]);
    expect(await statuses(await api.bearer('board'))).toEqual([404, 404]);
    expect((await get('one', 'file')).status).toBe(404);
    expect(api.reported).toEqual([]);
  });
});
