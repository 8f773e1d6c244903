import { Client } from 'pg';
import { workerScope, type Reader } from '#domain/access';
import type { ReceiveAnswer } from '#application/intake';
import { csv, requestBy } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

/** More than are kept as they were read at the first look. */
const ROWS = 20_480;
const METRICS = ['new_ehc_plans', 'ehcna_requests_received'];

const importer: Reader = {
  actor: 'import',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};

/** A published file of sixteen councils: every row a cell of its own. */
const cells = (): string[] =>
  Array.from({ length: ROWS }, (_, n) => {
    const month = Math.floor(n / 32);
    const council = `E060000${String((n % 16) + 1).padStart(2, '0')}`;
    const period = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return `${council},${period},${METRICS[Math.floor(n / 16) % 2] ?? ''},${n}`;
  });

describe('a file that is too long to be held', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService();
  });
  afterEach(() => at.close());

  const publish = (rows: readonly string[]): Promise<ReceiveAnswer> =>
    at.service.receiveSubmission.run(
      requestBy(importer, {
        source: 'published',
        publishedOn: '2024-06-13',
        body: csv(`council,period,measure,value\n${rows.join('\n')}\n`),
      }),
    );
  const ask = async <T extends object>(text: string): Promise<T[]> => {
    const owner = new Client({ connectionString: at.database.ownerUrl });
    await owner.connect();
    try {
      return (await owner.query<T>(text)).rows;
    } finally {
      await owner.end();
    }
  };
  const outcome = async () => {
    const [latest] = await at.transactions.run(workerScope('spec'), (sql) =>
      sql.rows<{ status: string; accepted: number; revisions: number; acceptances: number }>(
        `select s.status, s.accepted_count as accepted,
             (select count(*)::int from revision r where r.submission_id = s.id) as revisions,
             (select count(*)::int from acceptance a where a.submission_id = s.id) as acceptances
           from submission s order by s.received_at desc, s.id desc limit 1`,
      ),
    );
    return latest;
  };

  it('uses the first of rows that agree and none of rows that differ, however far apart they stand', async () => {
    const rows = cells();
    const first = rows[0] ?? '';
    const second = rows[1] ?? '';
    await publish([...rows, first, second.replace(/\d+$/, '999999')]);
    expect(await at.service.checkStoredSubmissions.run()).toBe(1);
    expect(await outcome()).toEqual({
      status: 'accepted-in-part',
      accepted: ROWS - 1,
      revisions: ROWS - 1,
      acceptances: 1,
    });
    expect(await at.broken()).toEqual([]);
  });

  it('leaves nothing of a file whose writing fails on the way, and takes all of it the next time', async () => {
    await publish(cells());
    await ask(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
      create trigger refuse before insert on revision for each row when (new.value = 15000)
        execute function refuse();`);
    await expect(at.service.checkStoredSubmissions.run()).rejects.toThrow('the disk is full');
    expect(await outcome()).toMatchObject({ status: 'received', revisions: 0, acceptances: 0 });
    await ask('drop trigger refuse on revision');
    expect(await at.service.checkStoredSubmissions.run()).toBe(1);
    expect(await outcome()).toEqual({
      status: 'accepted',
      accepted: ROWS,
      revisions: ROWS,
      acceptances: 1,
    });
    expect(await at.broken()).toEqual([]);
  });

  it('is refused as a return, whose figures have to be held at once', async () => {
    const sender = await at.reader('council-submitter', 'rutland');
    const { returnDefinition } = await at.service.programme.current();
    const boxes = returnDefinition.themes.flatMap((theme) => theme.boxes);
    const rows = Array.from({ length: 50_001 }, (_, n) => {
      const month = Math.floor(n / boxes.length);
      const period = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      return `857,${period},${boxes[n % boxes.length] ?? ''},${n}`;
    });
    const answer = await at.service.receiveSubmission.run(
      requestBy(sender, { body: csv(`council,period,measure,value\n${rows.join('\n')}\n`) }),
    );
    expect(answer).toMatchObject({
      kind: 'refused',
      findings: [
        {
          code: 'FILE_TOO_LARGE',
          message: 'This file is larger than we can take (50,001 rows).',
        },
      ],
    });
    expect(await outcome()).toMatchObject({ status: 'refused', revisions: 0 });
  });
});
