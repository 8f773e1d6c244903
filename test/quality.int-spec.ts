import { workerScope, type Reader } from '#domain/access';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

describe('what is said of the quality of figures', () => {
  let at: TestService;
  let officer: Reader;
  let councilId: number;
  beforeEach(async () => {
    at = await testService('2025-01-15T09:00:00Z');
    officer = await at.reader('council-submitter', 'rutland');
    councilId = officer.councilIds[0] ?? 0;
  });
  afterEach(() => at.close());

  const send = async (
    boxes: Boxes,
    month: string,
    more: Parameters<typeof observationsOf>[2] = {},
  ): Promise<string> => {
    const body = rows(observationsOf(boxes, month, more));
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    if (answer.kind !== 'received') throw new Error(answer.refusal.code);
    return answer.submission.id;
  };
  const clock = (moment: string): void => at.clock.set(new Date(moment));
  const statement = async (reader = officer) => {
    const found = await at.service.readQuality.run(reader, councilId);
    if (!found) throw new Error('no statement');
    return found;
  };
  const REASON = { reason: { kind: 'RECOUNT', text: 'counted again' } };

  it('counts when returns came, what was corrected after approval, and how long mending took', async () => {
    await send({ n_requests: '6', n_appeals: 'six' }, '2024-11');
    const december = await send({ n_requests: '10' }, '2024-12');
    await at.service.approveSubmission.run({
      reader: await at.reader('council-approver', 'rutland'),
      submissionId: december,
    });
    clock('2025-01-16T09:00:00Z');
    await send({ n_requests: '15' }, '2024-12', REASON);
    await send({ n_appeals: '6' }, '2024-11');
    const { months, timeliness, boxes } = await statement();
    expect(months.slice(0, 3).map((m) => [m.timeliness, m.withNumber, m.answered])).toEqual([
      ['in-time', 1, 1],
      ['late', 2, 2],
      ['not-sent', 0, 0],
    ]);
    expect(timeliness).toMatchObject({ due: 24, inTime: 1, late: 1, notSent: 22 });
    const requests = boxes.find(({ metric }) => metric === 'n_requests');
    expect(requests).toMatchObject({
      figures: 2,
      corrected: 1,
      revisions: 1,
      correctedShare: 0.5,
      afterApproval: 1,
      largestShare: 0.5,
    });
    const appeals = boxes.find(({ metric }) => metric === 'n_appeals');
    expect(appeals).toMatchObject({ refused: 1, mended: 1, hoursToMend: 24, revisions: 0 });
  });

  it('is for the council and for DfE, and neither for a neighbour nor for who sees no provisional figures', async () => {
    const sees = async (reader: Reader) =>
      (await at.service.readQuality.run(reader, councilId)) !== null;
    expect(await sees(await at.reader('dfe-analyst'))).toBe(true);
    expect(await sees(await at.reader('council-submitter', 'leeds'))).toBe(false);
    expect(await sees(await at.reader('evaluator'))).toBe(false);
    expect(await sees(await at.reader('board'))).toBe(false);
  });

  it('puts twelve months beside the published figure once that is out, and says before when it is expected', async () => {
    clock('2024-12-10T09:00:00Z');
    for (let month = 1; month <= 12; month += 1) {
      if (month === 12) clock('2025-01-10T09:00:00Z');
      await send({ n_requests: '6' }, `2024-${String(month).padStart(2, '0')}`);
    }
    const year = async (reader = officer) => {
      const found = await at.service.readReconciliation.run(reader, { councilId, year: 2024 });
      return found?.boxes.find(({ box }) => box.code === 'n_requests');
    };
    expect(await year()).toMatchObject({
      sum: '72',
      missing: [],
      published: null,
      gap: null,
      publication: { kind: 'expected' },
      provisional: true,
    });
    expect(await year(await at.reader('council-submitter', 'leeds'))).toBeUndefined();
    const reads = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows(`select actor from audit_entry where deed = 'pre-publication figures read'`),
    );
    expect(reads).toEqual([{ actor: officer.actor }]);
  });
});
