import { monthOf } from '#domain/periods';
import { CSV_START, csvLine } from '#domain/intake';
import type { Reader } from '#domain/access';
import { returnTemplate } from '#application/returns';
import type { ReceiveRequest } from '#application/intake';
import { writeWorkbook } from '#workbooks';
import { csv, observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const DECEMBER = monthOf(2024, 12);
const PUPIL = 'His NHS number is 943 476 5919';

describe('a return saved to come back to', () => {
  let at: TestService;
  let officer: Reader;
  let councilId: number;
  beforeEach(async () => {
    at = await testService();
    officer = await at.reader('council-submitter', 'rutland');
    councilId = officer.councilIds[0] ?? 0;
  });
  afterEach(() => at.close());

  const save = (
    fields: Record<string, string>,
    { by = officer, readAt = 0, was = {} }: { by?: Reader; readAt?: number; was?: object } = {},
  ) =>
    at.service.returnDrafts.save({
      reader: by,
      councilId,
      period: DECEMBER,
      readAt,
      was: { ...was },
      fields,
    });
  const form = async (by = officer) => {
    const found = await at.service.readReturnForm.run(by, { councilId, period: DECEMBER });
    if (!found) throw new Error('no form');
    return found;
  };
  const send = (draftVersion: number, boxes: Record<string, string>) =>
    at.service.receiveSubmission.run(
      requestBy(officer, {
        channel: 'page',
        expectedPeriod: DECEMBER,
        draftVersion,
        body: rows(observationsOf(boxes)),
      }),
    );

  it('is there again for everybody who may send for the council, and for nobody else', async () => {
    await save({ 'box-n_plans': 'about 6', comment: 'two teams moved' });
    const lead = await at.reader('council-approver', 'rutland');
    expect((await form(lead)).draft).toMatchObject({
      fields: { 'box-n_plans': 'about 6', comment: 'two teams moved' },
      savedBy: officer.actor,
      savedAt: at.clock.now(),
    });
    for (const role of ['dfe-analyst', 'dfe-policy'] as const) {
      const reader = await at.reader(role);
      expect((await form(reader)).draft).toBeNull();
      expect(await at.service.returnDrafts.ofCouncil(reader, councilId)).toEqual([]);
      expect(await save({ comment: 'mine' }, { by: reader })).toMatchObject({ ok: false });
    }
    const partner = await at.reader('partnership-lead', 'rutland');
    expect((await form(partner)).draft).toBeNull();
    expect(await at.service.returnDrafts.ofCouncil(lead, councilId)).toMatchObject([
      { period: DECEMBER, savedBy: officer.actor },
    ]);
  });

  it('does not count as received', async () => {
    const before = (await form()).owed;
    await save({ 'box-n_plans': '6' });
    expect((await form()).owed).toEqual(before);
  });

  it('keeps nothing that may describe a person, and says so', async () => {
    const saved = await save({ 'box-n_plans': '6', comment: PUPIL });
    expect(saved).toMatchObject({
      value: { kind: 'saved', leftOut: [{ field: 'comment', why: 'person' }] },
    });
    expect((await form()).draft?.fields).toEqual({ 'box-n_plans': '6' });
  });

  it('joins what two people typed in different boxes, and asks about the box that both changed', async () => {
    await save({ 'box-n_plans': '6' });
    const readAt = (await form()).draft?.version ?? 0;
    const was = { 'box-n_plans': '6' };
    const lead = await at.reader('council-approver', 'rutland');
    await save({ 'box-n_plans': '7', 'box-n_requests': '9' }, { by: lead, readAt, was });
    const mine = { 'box-n_plans': '8', 'box-n_decisions': '4' };
    const answer = await save(mine, { readAt, was });
    expect(answer).toMatchObject({
      value: {
        kind: 'conflict',
        saved: { savedBy: lead.actor },
        merge: {
          fields: { 'box-n_requests': '9', 'box-n_decisions': '4' },
          conflicts: [{ field: 'box-n_plans', mine: '8', theirs: '7' }],
        },
      },
    });
    expect((await form()).draft?.fields['box-n_plans']).toBe('7');
  });

  it('is one draft when two people save the first one at once', async () => {
    const lead = await at.reader('council-approver', 'rutland');
    await Promise.all([
      save({ 'box-n_plans': '6' }),
      save({ 'box-n_requests': '9' }, { by: lead }),
    ]);
    expect((await form()).draft?.fields).toEqual({ 'box-n_plans': '6', 'box-n_requests': '9' });
  });

  it('goes with the sending that brings all of it in, and with no other', async () => {
    await save({ 'box-n_plans': 'six' });
    const version = (await form()).draft?.version ?? 0;
    await send(version, { n_plans: 'six', n_requests: '6' });
    expect((await form()).draft).not.toBeNull();
    await send(version - 1, { n_decisions: '6' });
    expect((await form()).draft).not.toBeNull();
    await send(version, { n_plans: '6' });
    expect((await form()).draft).toBeNull();
  });

  it('is deleted when it is discarded, unless somebody saved it again', async () => {
    await save({ 'box-n_plans': '6' });
    const version = (await form()).draft?.version ?? 0;
    const discard = (of: number) =>
      at.service.returnDrafts.discard({
        reader: officer,
        councilId,
        period: DECEMBER,
        version: of,
      });
    await discard(version - 1);
    expect((await form()).draft).not.toBeNull();
    await discard(version);
    expect((await form()).draft).toBeNull();
  });

  it('ends 60 days after it was last saved', async () => {
    await save({ 'box-n_plans': '6' });
    at.clock.set(new Date('2025-03-16T08:59:59Z'));
    expect((await form()).draft).not.toBeNull();
    at.clock.set(new Date('2025-03-16T09:00:00Z'));
    expect((await form()).draft).toBeNull();
    await at.service.sweepSchedules.run();
    at.clock.set(new Date('2025-01-15T09:00:00Z'));
    expect((await form()).draft).toBeNull();
  });

  it('ends when the retention of the programme says, and says so of itself', async () => {
    await at.close();
    at = await testService('2025-01-15T09:00:00Z', (programme) => ({
      ...programme,
      retention: { ...programme.retention, draftsDays: 3 },
    }));
    officer = await at.reader('council-submitter', 'rutland');
    await save({ 'box-n_plans': '6' });
    expect((await form()).draft?.expiresAt).toEqual(new Date('2025-01-18T09:00:00Z'));
    at.clock.set(new Date('2025-01-18T09:00:00Z'));
    expect((await form()).draft).toBeNull();
  });
});

describe('the template of a return', () => {
  const GOOD: Readonly<Record<string, string>> = {
    n_requests: '6',
    n_decisions: '6',
    n_decisions_6wk: '5',
    n_refused: '1',
    n_withdrawn: '0',
    n_assessments: '7',
    n_no_plan: '1',
    n_plans: '6',
    n_exceptions: '2',
    n_plans_20wk: '3',
    n_plans_1yr: '0',
    n_waiting_20wk_1yr: '3',
    n_waiting_1yr: '0',
    n_reviews: '24',
    n_reviews_4wk: '17',
    n_caseload: '376',
    n_reviews_overdue: '12',
    n_mediation: '1',
    n_mediation_appeal: '0',
    n_appeals: '2',
    n_suspensions_ytd: '9',
    n_exclusions_ytd: '0',
    n_hn_spend_ytd: '5120000',
  };
  let at: TestService;
  let officer: Reader;
  beforeEach(async () => {
    at = await testService();
    officer = await at.reader('council-submitter', 'rutland');
  });
  afterEach(() => at.close());

  type Sheet = ReturnType<typeof returnTemplate>;
  const template = async (): Promise<Sheet> => {
    const of = { councilId: officer.councilIds[0] ?? 0, period: DECEMBER };
    const form = await at.service.readReturnForm.run(officer, of);
    return form ? returnTemplate(form) : [];
  };
  const asCsv = (sheet: Sheet) => csv(CSV_START + sheet.map(csvLine).join(''));
  const asWorkbook = (sheet: Sheet): ReceiveRequest['body'] => ({
    kind: 'file',
    bytes: writeWorkbook({ name: 'return', rows: sheet, widths: [] }),
    fileName: 'return.xlsx',
    announcedLength: null,
  });
  const findings = async (body: ReceiveRequest['body'], dryRun = true) => {
    const answer = await at.service.receiveSubmission.run(
      requestBy(officer, { channel: 'file', body, expectedPeriod: DECEMBER, dryRun }),
    );
    const found = answer.kind === 'received' ? answer.submission.findings : answer.findings;
    return found.map(({ code, metric, message }) => ({ code, metric, message }));
  };
  const filled = (sheet: Sheet): Sheet =>
    sheet.map((cells, row) =>
      row === 0 ? cells : cells.with(5, Number(GOOD[String(cells[2])] ?? '0')),
    );

  it.each([
    ['CSV file', asCsv],
    ['workbook', asWorkbook],
  ] as const)('filled in goes through intake without a finding, as a %s', async (_, written) => {
    expect(await findings(written(filled(await template())))).toEqual([]);
  });

  it.each([
    ['CSV file', asCsv],
    ['workbook', asWorkbook],
  ] as const)(
    'left empty says of every box that its number is missing, as a %s',
    async (_, written) => {
      const sheet = await template();
      const found = await findings(written(sheet));
      expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['VALUE_MISSING']));
      expect(found).toHaveLength(sheet.length - 1);
    },
  );

  it('comes with the figures that stand, and sent again says nothing new', async () => {
    await findings(asWorkbook(filled(await template())), false);
    const sheet = await template();
    expect(sheet[0]?.join()).toBe(
      'council,period,measure,label,last month,value,state,comment,reason,reason_text',
    );
    expect(sheet.find((cells) => cells[2] === 'n_caseload')?.[5]).toBe(376);
    expect(await findings(asCsv(sheet))).toEqual([]);
  });
});
