import 'reflect-metadata';
import { xlsxOf } from '#testing/workbooks';
import { requestBy } from '../service/send.js';
import { runningApi, type RunningApi } from './running-api.js';

const HEADER = ['council', 'period', 'measure', 'value'];
const REQUESTS = 25;

/** Letters that no packing makes small: a workbook that unpacks to far more than itself is refused. */
function* notes(): Generator<string> {
  for (let seed = 1; ;) {
    let note = '';
    while (note.length < 30) {
      seed = (seed * 48_271) % 2_147_483_647;
      note += String.fromCharCode(97 + (seed % 26));
    }
    yield note;
  }
}

describe('a large workbook', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi();
  });
  afterAll(() => api.close());

  it('is read while other requests are answered, one after the other', async () => {
    const words = notes();
    // Of many councils: many rows of one would look like a list of cases.
    const row = (n: number) => [words.next().value as string, '2024-12', 'n_requests', n];
    const rows = [HEADER, ...Array.from({ length: 40_000 }, (_, n) => row(n))];
    const bytes = xlsxOf({ sheets: [{ name: 'December', rows }] });
    const happened: string[] = [];
    const reader = await api.at.reader('council-submitter', 'rutland');
    const read = api.at.service.receiveSubmission
      .run(
        requestBy(reader, {
          channel: 'file',
          body: { kind: 'file', bytes, fileName: 'large.xlsx', announcedLength: null },
        }),
      )
      .then((answer) => {
        happened.push('read');
        return answer;
      });
    for (let n = 0; n < REQUESTS; n += 1) {
      const answer = await fetch(`${api.url}/health/live`);
      happened.push(`answered ${answer.status}`);
    }
    expect(await read).toMatchObject({ kind: 'received', pending: true });
    expect(happened).toEqual([...Array.from({ length: REQUESTS }, () => 'answered 200'), 'read']);
  });
});
