import { workerScope } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const BOXES = { n_plans: '42', n_exceptions: '0', n_plans_20wk: '2' };

async function send(at: TestService, council: string): Promise<void> {
  const officer = await at.reader('council-submitter', council);
  const lead = await at.reader('council-approver', council);
  const sent = await at.service.receiveSubmission.run(
    requestBy(officer, { body: rows(observationsOf(BOXES, '2023-01')) }),
  );
  const submissionId = sent.kind === 'received' ? sent.submission.id : '';
  await at.service.approveSubmission.run({ reader: lead, submissionId });
}

/** The points of Portsmouth's plan become something that no rule can judge by; or what they were. */
const setPoints = (at: TestService, points: string): Promise<number> =>
  at.transactions.run(workerScope('spec'), (sql) =>
    sql.run(
      `update agreed_plan p set points = $1::jsonb from council c
       where c.id = p.council_id and c.key = 'portsmouth' and p.metric = 'plans_within_20_weeks'`,
      [points],
    ),
  );

const pointsOf = (at: TestService) =>
  at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<{ points: string }>(
      `select p.points::text as points from agreed_plan p join council c on c.id = p.council_id
       where c.key = 'portsmouth' and p.metric = 'plans_within_20_weeks'`,
    ),
  );

const judgedOf = async (at: TestService): Promise<readonly string[]> =>
  (
    await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ key: string }>(
        `select distinct c.key from judged j join council c on c.id = j.council_id
         where j.series_key = 'plans_within_20_weeks' order by c.key`,
      ),
    )
  ).map(({ key }) => key);

const asideOf = async (at: TestService) =>
  (await at.service.alerting.status(await at.reader('dfe-analyst')))?.putAside ?? [];

describe('figures that cannot be judged', () => {
  let at: TestService;
  afterEach(() => at.close());

  it('hold up nobody else’s, are named on the page of alerting, and are judged once the cause is mended', async () => {
    at = await testService('2023-02-09T11:00:00Z');
    const points = (await pointsOf(at))[0]?.points ?? '';
    await setPoints(at, '[null]');
    await send(at, 'portsmouth');
    await send(at, 'hartlepool');
    await at.service.judgeSeries.run();
    expect(await judgedOf(at)).toEqual(['hartlepool']);
    expect(await asideOf(at)).toMatchObject([
      {
        tries: 1,
        nextAt: new Date('2023-02-09T11:01:00Z'),
        detail: expect.stringMatching(/Error/),
      },
    ]);

    at.clock.set(new Date('2023-02-09T11:00:59Z'));
    await at.service.judgeSeries.run();
    expect(await asideOf(at)).toMatchObject([{ tries: 1 }]);

    await setPoints(at, points);
    at.clock.set(new Date('2023-02-09T11:01:00Z'));
    await at.service.judgeSeries.run();
    expect(await asideOf(at)).toEqual([]);
    expect(await judgedOf(at)).toEqual(['hartlepool', 'portsmouth']);
    expect(await at.broken()).toEqual([]);
  }, 60_000);

  it('are tried again after twice as long each time, up to an hour, and DfE is told once', async () => {
    at = await testService('2023-02-09T11:00:00Z');
    await setPoints(at, '[null]');
    await send(at, 'portsmouth');
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await at.service.judgeSeries.run();
      const [aside] = await asideOf(at);
      waits.push(((aside?.nextAt.getTime() ?? 0) - at.clock.now().getTime()) / 60_000);
      at.clock.set(aside?.nextAt ?? at.clock.now());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    const told = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows(`select subject from notification where event like 'put aside%'`),
    );
    expect(told).toEqual([{ subject: 'Figures of a council could not be judged' }]);
  }, 60_000);
});
