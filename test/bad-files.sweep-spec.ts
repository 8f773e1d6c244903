import 'reflect-metadata';
import { request } from 'node:http';
import { workerScope } from '#domain/access';
import { XLSX } from '../apps/api/src/rest/read-submission-body.js';
import { form, sendTo } from './api/send-to.js';
import { AS_TEXT, GOOD, type BadFile } from './bad-files/text-files.js';
import { AS_WORKBOOKS } from './bad-files/workbook-files.js';
import { WITH_ZERO_BY_PAGE, WITH_ZERO_BY_REST } from './bad-files/zero-characters.js';
import { openStand, type Stand } from './channels/stand.js';

type Told = {
  readonly code?: string;
  readonly message?: string;
  readonly fix?: string;
  readonly acceptedCount?: number;
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly fix: string;
  }[];
};
type Row = readonly [string, BadFile, string];
const PAGE = '/council/return/2024-09';
const rows: readonly Row[] = [
  ...AS_TEXT.map((file): Row => [file.what, file, 'text/csv']),
  ...AS_WORKBOOKS.map((file): Row => [file.what, file, XLSX]),
];

describe('what a bad file gets', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await openStand((programme) => ({
      ...programme,
      register: {
        ...programme.register,
        memberships: programme.register.memberships.map((one) =>
          one.councilId === programme.register.councils.find(({ key }) => key === 'leicester')?.id
            ? { ...one, to: '2024-08-01' }
            : one,
        ),
      },
    }));
  });
  afterAll(() => stand.close());
  beforeEach(() => stand.set({}));
  afterEach(() => expect([...stand.api.reported, ...stand.web.reported]).toEqual([]));

  /** What stands afterwards: deliveries, bodies that are kept, figures now and ever. */
  const standing = async (): Promise<readonly number[]> => {
    const [counts] = await stand.at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ all: readonly number[] }>(
        `select array[(select count(*)::int from submission), (select count(*)::int from submission_payload),
           (select count(*)::int from current_figure), (select count(*)::int from revision)] as all`,
      ),
    );
    return counts?.all ?? [];
  };
  const byRest = async (
    bytes: Uint8Array,
    type: string,
    one = {},
  ): Promise<[status: number, told: Told]> => {
    const answer = await sendTo(stand.api, {
      authorization: await stand.bearer(one),
      body: new Uint8Array(bytes),
      headers: { 'content-type': type },
    });
    return [answer.status, (await answer.json()) as Told];
  };
  const byPage = async (bytes: Uint8Array, one = {}): Promise<[number, string]> => {
    const officer = await stand.officer(one);
    const file = { name: 'return.csv', bytes };
    const sent = await officer.upload(`${PAGE}/file`, { action: 'send' }, file);
    const page = sent.location ? await officer.get(sent.location) : sent;
    return [sent.status, page.$('main').text().replaceAll(/\s+/g, ' ')];
  };
  /** By both ways in: the same code and sentence, and nothing stands but what is said. */
  const becomes = async (file: BadFile, type: string, one = {}): Promise<void> => {
    const { code, accepted, kept = 1 } = file;
    const [status, told] = await byRest(file.bytes(), type, one);
    const first = told.findings[0];
    expect([first?.code ?? null, told.acceptedCount ?? 0]).toEqual([code, accepted]);
    expect(status === 201 || (told.code === code && [413, 422].includes(status))).toBe(true);
    expect(
      [first?.message, first?.fix].every(
        (text) => text === undefined || /^[A-Z"“].{9,}\.$/.test(text),
      ),
    ).toBe(true);
    expect(await standing()).toEqual([1, kept, accepted, accepted]);
    await stand.set(one);
    const [shown, page] = await byPage(file.bytes(), one);
    expect([303, 422]).toContain(shown);
    expect(page).toContain(first ? first.message : 'No problems');
    expect(page).toContain(first?.fix ?? '');
    expect(page).not.toMatch(/ at .*\.[jt]s|Error:.*Error|Sorry, something went wrong/);
    expect(await standing()).toEqual([1, kept, accepted, accepted]);
  };

  it.each(rows)('%s', (_what, file, type) => becomes(file, type));

  it('a month after the council has left', () =>
    becomes(
      {
        what: '',
        bytes: () => Buffer.from(GOOD.replace('857', '856')),
        code: 'COUNCIL_LEFT_PROGRAMME',
        accepted: 0,
      },
      'text/csv',
      { own: 'leicester' },
    ));

  it('a code from before the council had another one', () =>
    becomes(
      {
        what: '',
        bytes: () => Buffer.from(GOOD.replace('857', 'E08000020')),
        code: 'COUNCIL_CODE_NOT_VALID_THEN',
        accepted: 0,
      },
      'text/csv',
      { own: 'gateshead' },
    ));

  it('the file of another month is told of on the page, and its figures are in', async () => {
    const [status, page] = await byPage(Buffer.from(GOOD.replace('2024-09', '2024-08')));
    expect(status).toBe(303);
    expect(page).toContain(
      'You opened the return for September 2024, but this file is for August 2024.',
    );
    expect(await standing()).toEqual([1, 1, 1, 1]);
  });

  it('the same file twice changes nothing, and says so, by each way in', async () => {
    const twice = async (): Promise<Told> => {
      const answer = await sendTo(stand.api, {
        authorization: await stand.bearer({}),
        body: form({}, ['september.csv', GOOD]),
        headers: {},
      });
      return (await answer.json()) as Told;
    };
    expect((await twice()).findings).toEqual([]);
    expect((await twice()).findings).toMatchObject([{ code: 'FILE_ALREADY_RECEIVED' }]);
    const [, page] = await byPage(Buffer.from(GOOD));
    expect(page).toContain('You sent this same file on 10 October 2024.');
    const [, raw] = await byRest(Buffer.from(GOOD), 'text/csv');
    expect(raw.findings).toMatchObject([{ code: 'FILE_ALREADY_RECEIVED' }]);
    expect(await standing()).toEqual([4, 4, 1, 1]);
  });

  it('the same bytes are the same file whatever its name and whatever is said with it', async () => {
    const sent = async (options: string, name: string | null): Promise<readonly string[]> => {
      const named = name === null ? null : form({}, [name, GOOD]);
      const answer = await sendTo(stand.api, {
        authorization: await stand.bearer({}),
        body: named ?? GOOD,
        headers: named ? {} : { 'content-type': 'text/csv' },
        options,
      });
      return ((await answer.json()) as Told).findings.map(({ code }) => code);
    };
    expect(await sent('', null)).toEqual([]);
    for (const [options, name] of [
      ['', null],
      ['?council=857', null],
      ['?council=E06000017', 'september.csv'],
      ['?mode=atomic', 'autumn.csv'],
    ] as const)
      expect([options, name, await sent(options, name)]).toEqual([
        options,
        name,
        ['FILE_ALREADY_RECEIVED'],
      ]);
    const [, other] = await byRest(Buffer.from(`${GOOD}\n`), 'text/csv');
    expect(other.findings).toEqual([]);
  });

  it('two files of one council at once: one is in, the other is told what it would change', async () => {
    const both = await Promise.all(
      ['6', '8'].map((value) => byRest(Buffer.from(GOOD.replace(',6', `,${value}`)), 'text/csv')),
    );
    expect(both.map(([status, { acceptedCount }]) => [status, acceptedCount]).toSorted()).toEqual([
      [201, 0],
      [201, 1],
    ]);
    expect(both.flatMap(([, told]) => told.findings.map(({ code }) => code))).toEqual([
      'REVISION_NEEDS_REASON',
    ]);
    expect(await standing()).toEqual([2, 2, 1, 1]);
  });

  it.each(WITH_ZERO_BY_REST)('a zero character in %s, by REST', async (_where, body, headers) => {
    const answer = await sendTo(stand.api, {
      authorization: await stand.bearer({}),
      body: body(),
      headers,
    });
    expect([200, 201, 400, 403, 422]).toContain(answer.status);
    expect(await answer.text()).not.toContain('INTERNAL');
  });

  it.each(WITH_ZERO_BY_PAGE)(
    'a zero character in %s, by the page',
    async (_where, path, fields) => {
      const officer = await stand.officer({});
      const { status } = await officer.post(`${PAGE}${path}`, fields);
      expect([303, 422]).toContain(status);
    },
  );

  it('a body of 1 GB is turned away before it comes', async () => {
    const { port } = new URL(stand.api.url);
    const authorization = await stand.bearer({});
    const [status, text] = await new Promise<[number | undefined, string]>((resolve, reject) => {
      const sending = request(
        {
          ...{ host: '127.0.0.1', port, path: '/v1/submissions', method: 'POST' },
          headers: { authorization, 'content-type': 'text/csv', 'content-length': 1_000_000_000 },
        },
        (answer) => {
          let said = '';
          answer.on('data', (chunk: Buffer) => (said += chunk.toString()));
          answer.on('end', () => {
            sending.destroy();
            resolve([answer.statusCode, said]);
          });
        },
      );
      sending.on('error', reject);
      sending.write(GOOD);
    });
    expect([status, (JSON.parse(text) as Told).code]).toEqual([413, 'TOO_LARGE']);
    expect(await standing()).toEqual([0, 0, 0, 0]);
  });

  it('more than 50 MB by the page is told in a sentence', async () => {
    const [status, page] = await byPage(Buffer.alloc(50_000_001, 'a'));
    expect(status).toBe(422);
    expect(page).toContain('This is larger than we can take.Send at most 50 MB');
    expect(await standing()).toEqual([0, 0, 0, 0]);
  });
});
