import 'reflect-metadata';
import type { Role } from '#domain/access';
import { readWorkbook } from '../../libs/workbooks/src/read-workbook.js';
import { zipParts } from './zip-parts.js';
import { observationsOf, requestBy, rows } from '../service/send.js';
import { runningApi, type RunningApi } from './running-api.js';

describe('figures of a metric as files by REST', () => {
  let api: RunningApi;
  const who = new Map<string, string>();
  beforeAll(async () => {
    api = await runningApi();
    const send = async (council: string, month: string, n: string): Promise<string> => {
      const reader = await api.at.reader('council-submitter', council);
      const answer = await api.at.service.receiveSubmission.run(
        requestBy(reader, { body: rows(observationsOf({ n_requests: n }, month)) }),
      );
      if (answer.kind !== 'received') throw new Error(JSON.stringify(answer));
      return answer.submission.id;
    };
    api.at.clock.set(new Date('2024-12-05T10:00:00Z'));
    const id = await send('rutland', '2024-10', '6');
    await send('leeds', '2024-10', '70');
    api.at.clock.set(new Date('2025-01-15T09:00:00Z'));
    await api.at.service.approveSubmission.run({
      reader: await api.at.reader('council-approver', 'rutland'),
      submissionId: id,
    });
    await send('rutland', '2024-11', '0');
    const people: readonly (readonly [Role, string?])[] = [
      ['dfe-analyst'],
      ['evaluator'],
      ['board'],
      ['council-submitter', 'rutland'],
      ['council-submitter', 'derby'],
    ];
    for (const [role, council] of people) who.set(council ?? role, await api.bearer(role, council));
  });
  afterAll(() => api.close());

  const get = (path: string, by = 'dfe-analyst') =>
    fetch(`${api.url}/v1/exports/${path}`, { headers: { authorization: who.get(by) ?? '' } });
  /** Place, month, value, state and standing of each line. */
  const lines = async (path: string, by?: string): Promise<readonly string[]> => {
    const text = await (await get(path, by)).text();
    const [, ...rest] = text.trim().split('\r\n');
    return rest.map((line) => {
      const cells = line.split(',');
      return [2, 4, 8, 9, 12].map((at) => cells[at]).join(' ');
    });
  };
  const RUTLAND = ['Rutland October 6 value approved', 'Rutland November 0 value provisional'];

  it('are a table with every figure that the reader sees, provisional ones marked', async () => {
    const answer = await get('n_requests.csv');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="n_requests_demonstration.csv"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    expect(text).toMatch(/^\ufeffgeographic_level,code,name,time_period,/);
    expect(text).toContain('management information, demonstration data');
    const leeds = 'Leeds October 70 value provisional';
    expect(await lines('n_requests.csv')).toEqual([leeds, ...RUTLAND]);
    expect(await lines('requests_received.csv')).toEqual([leeds, ...RUTLAND]);
    expect(await lines('n_requests.csv', 'rutland')).toEqual(RUTLAND);
    expect(await lines('n_requests.csv', 'evaluator')).toEqual(RUTLAND.slice(0, 1));
  });

  it('are of the periods asked for, and as they were known', async () => {
    expect(await lines('n_requests.csv?from=2024-11-01')).toEqual(RUTLAND.slice(1));
    expect(await lines('n_requests.csv?to=2024-11-01', 'rutland')).toEqual(RUTLAND.slice(0, 1));
    const then = ['Rutland October 6 value provisional'];
    expect(await lines('n_requests.csv?asKnownAt=2024-12-31', 'rutland')).toEqual(then);
    expect(await lines('n_requests.csv?asKnownAt=2024-12-05T11:00:00Z', 'rutland')).toEqual(then);
    expect((await get('n_requests.csv?asKnownAt=2024-12-01', 'rutland')).status).toBe(404);
  });

  it('are a workbook with numbers as numbers', async () => {
    const answer = await get('n_requests.xlsx', 'rutland');
    expect(answer.headers.get('content-disposition')).toContain('n_requests_demonstration.xlsx');
    const read = await readWorkbook(new Uint8Array(await answer.arrayBuffer()));
    if (!read.ok) throw new Error(read.error.kind);
    const cells = read.value.sheets[0]?.rows.map((row) => row.cells.map(({ text }) => text));
    expect(cells?.map((row) => row[8])).toEqual(['value', '6', '0']);
  });

  it('are the two files that Explore Education Statistics takes, without what is provisional', async () => {
    const answer = await get('n_requests.ees.zip', 'rutland');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const parts = zipParts(new Uint8Array(await answer.arrayBuffer()));
    expect([...parts.keys()]).toEqual([
      'n_requests_demonstration.csv',
      'n_requests_demonstration.meta.csv',
    ]);
    expect(parts.get('n_requests_demonstration.csv')).toBe(
      'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,requests_count\r\n' +
        '2024,October,Local authority,E92000001,England,E12000004,East Midlands,857,E06000017,Rutland,6\r\n',
    );
    expect(parts.get('n_requests_demonstration.meta.csv')).toContain(
      'requests_count,Indicator,Requests received (demonstration data),,,0,,\r\n',
    );
    const about = await (await get('n_requests.ees.txt', 'rutland')).text();
    expect(about).toContain('DEMONSTRATION DATA');
    expect(about).toContain('Left out as provisional: 1.');
  });

  it('are nothing where there is no such metric, no figure that the reader sees, or no such day', async () => {
    const answers = [
      ['none.csv', 'dfe-analyst', 404, 'NOT_FOUND'],
      ['n_requests.csv', 'derby', 404, 'NOT_FOUND'],
      ['n_requests.csv', 'board', 404, 'NOT_FOUND'],
      ['n_requests.ees.zip?from=2024-11-01', 'rutland', 404, 'NOT_FOUND'],
      ['n_requests.csv?from=2024-13-01', 'rutland', 400, 'QUESTION_UNREADABLE'],
      ['n_requests.csv?asKnownAt=soon', 'rutland', 400, 'QUESTION_UNREADABLE'],
      ['n_requests.csv', 'nobody', 401, 'NOT_SIGNED_IN'],
    ] as const;
    for (const [path, by, status, code] of answers) {
      const answer = await get(path, by);
      expect([path, answer.status, await answer.json()]).toMatchObject([path, status, { code }]);
    }
    expect(api.reported).toEqual([]);
  });
});
