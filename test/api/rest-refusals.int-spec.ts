import 'reflect-metadata';
import { runningApi, type RunningApi } from './running-api.js';
import { countOf, CSV, form, HEADER, ONE_BAD, sendTo } from './send-to.js';

type Problem = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly findings: readonly { readonly code: string }[];
};

const oldWorkbook = 'application/vnd.ms-excel';
const json = { 'content-type': 'application/json' };
const csv = { 'content-type': 'text/csv' };
type Bad = {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly body: () => BodyInit;
  readonly headers?: Record<string, string>;
  readonly options?: string;
};
const bad: readonly Bad[] = [
  { what: 'no JSON', status: 400, code: 'BODY_UNREADABLE', body: () => '{', headers: json },
  {
    what: 'JSON of another shape',
    status: 400,
    code: 'BODY_UNREADABLE',
    body: () => '{"observations":[{}]}',
    headers: json,
  },
  {
    what: 'an unknown mode',
    status: 400,
    code: 'BODY_UNREADABLE',
    body: () => CSV,
    options: '?mode=sometimes',
  },
  {
    what: 'a key without a character',
    status: 400,
    code: 'BODY_UNREADABLE',
    body: () => CSV,
    headers: { ...csv, 'idempotency-key': '' },
  },
  {
    what: 'a form without a file',
    status: 400,
    code: 'BODY_UNREADABLE',
    body: () => form({ a: 'b' }),
    headers: {},
  },
  {
    what: 'a form with two files',
    status: 400,
    code: 'BODY_UNREADABLE',
    body: () => form({}, ['a.csv', CSV], ['b.csv', CSV]),
    headers: {},
  },
  {
    what: 'a form that ends in its file',
    status: 400,
    code: 'FILE_CUT_OFF',
    body: () =>
      '--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\ncouncil,per',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  },
  {
    what: 'figures for another council',
    status: 403,
    code: 'COUNCIL_NOT_YOURS',
    body: () => CSV,
    options: '?council=Leeds',
  },
  {
    what: 'more than 50 MB',
    status: 413,
    code: 'TOO_LARGE',
    body: () => 'a'.repeat(53_000_000),
  },
  {
    what: 'a type not taken',
    status: 415,
    code: 'TYPE_NOT_TAKEN',
    body: () => 'a',
    headers: { 'content-type': 'text/html' },
  },
  {
    what: 'an older workbook',
    status: 415,
    code: 'TYPE_NOT_TAKEN',
    body: () => 'a',
    headers: { 'content-type': oldWorkbook },
  },
];

describe('/v1/submissions refuses', () => {
  let api: RunningApi;
  let rutland: string;
  beforeAll(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
  });
  afterAll(() => api.close());

  it.each(bad)('$what with $status $code and saves nothing', async (one) => {
    const answer = await sendTo(api, { ...one, authorization: rutland, body: one.body() });
    const problem = (await answer.json()) as Problem;
    expect([answer.status, problem.status, problem.code]).toEqual([
      one.status,
      one.status,
      one.code,
    ]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([problem.message, problem.fix].every((text) => text.length > 10)).toBe(true);
    expect(await countOf(api, rutland)).toBe(0);
    expect(api.reported).toEqual([]);
  });

  it.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a header alone', `${HEADER}\n`, 'FILE_EMPTY'],
    ['a quote that never ends', `${HEADER}\n857,2024-12,n_requests,"6\n`, 'FILE_CUT_OFF'],
    ['no text', '\u0000\u0001\u0002', 'FILE_UNREADABLE'],
  ])('%s as a whole, by the rule that found it', async (_what, text, code) => {
    const answer = await sendTo(api, { authorization: rutland, body: text });
    const problem = (await answer.json()) as Problem;
    expect([answer.status, problem.code]).toEqual([422, code]);
    expect(problem.findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('an atomic send with one bad figure, and names it', async () => {
    const answer = await sendTo(api, {
      authorization: rutland,
      body: ONE_BAD,
      options: '?mode=atomic',
    });
    const problem = (await answer.json()) as Problem;
    expect([answer.status, problem.code]).toEqual([422, 'ATOMIC_REFUSED']);
    expect(problem.findings.map((finding) => finding.code)).toEqual(['VALUE_NOT_A_NUMBER']);
  });
});
