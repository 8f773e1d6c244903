import { foldFeedback } from '#domain/feedback';
import { foldMilestone } from '#domain/delivery';
import type { Reader } from '#domain/access';
import { testService, type TestService } from './service/test-service.js';

const PANELS = { reform: 'multi-agency-panels', version: null, owner: 'SEND lead' };
const TITLE = 'First panel has met in each district';

describe('milestones and feedback, on a real PostgreSQL', () => {
  let at: TestService;
  let councilId: number;
  let officer: Reader;
  let lead: Reader;
  let analyst: Reader;
  beforeEach(async () => {
    at = await testService('2025-01-15T09:00:00Z');
    [officer, lead, analyst] = await Promise.all([
      at.reader('council-submitter', 'wakefield'),
      at.reader('partnership-lead', 'wakefield'),
      at.reader('dfe-analyst'),
    ]);
    councilId = officer.councilIds[0] ?? 0;
  });
  afterEach(() => at.close());

  const plan = async (due: string, reader = officer, more: object = {}) => {
    const asked = { ...PANELS, councilId, title: TITLE, due, ...more };
    const answer = await at.service.milestones.plan(reader, asked);
    return answer.ok ? answer.value : answer.error.code;
  };
  const idOf = (planned: Awaited<ReturnType<typeof plan>>): string =>
    typeof planned === 'string' ? '' : planned.id;
  const passTo = async (moment: string): Promise<void> => {
    at.clock.set(new Date(moment));
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
  };
  const alertsOf = async (ruleCode: string, reader = analyst) => {
    const question = { ruleCode, councilId, metric: null, open: null, after: null, first: 9 };
    const { items } = await at.service.readAlerts.list(reader, question);
    return items.map(({ seriesKey, openedBy, state }) => `${seriesKey} ${openedBy} ${state}`);
  };
  const toldOf = async (ruleCode: string) => {
    const question = { ruleCode, councilId, metric: null, open: null, after: null, first: 1 };
    const { items } = await at.service.readAlerts.list(analyst, question);
    const story = await at.service.readAlerts.one(analyst, items[0]?.id ?? '');
    return story?.ledger
      .filter(({ event }) => event.startsWith('fired'))
      .map(({ audience, dueAt }) => `${audience} ${dueAt.toISOString()}`);
  };
  const replayDiffers = async () =>
    (await at.service.replayAlerts.run({ ruleCode: null })).differences;

  it('tells of a milestone that is overdue, until it has a new date, and again until it is done', async () => {
    const id = idOf(await plan('2025-01-17'));
    await passTo('2025-01-31T16:59:00Z');
    expect(await alertsOf('milestone_overdue')).toEqual([]);
    await passTo('2025-01-31T17:00:00Z');
    const first = `milestone ${id} 2025 January`;
    expect(await alertsOf('milestone_overdue')).toEqual([`${first} firing`]);
    expect(await toldOf('milestone_overdue')).toEqual([
      'council 2025-01-31T17:00:00.000Z',
      'partnership 2025-02-07T17:00:00.000Z',
      'dfe 2025-02-14T17:00:00.000Z',
    ]);
    at.clock.set(new Date('2025-02-03T10:00:00Z'));
    const moved = { kind: 'redate', due: '2025-02-14', words: 'The chair starts later.' } as const;
    expect(await at.service.milestones.say(lead, id, moved)).toMatchObject({ ok: true });
    expect(await at.service.milestones.say(lead, id, moved)).toMatchObject({ ok: true });
    await at.service.judgeSeries.run();
    expect(await alertsOf('milestone_overdue')).toEqual([`${first} resolved`]);
    await passTo('2025-03-01T09:00:00Z');
    at.clock.set(new Date('2025-03-01T10:00:00Z'));
    const second = `milestone ${id} 2025 February`;
    expect(await alertsOf('milestone_overdue')).toEqual([`${second} firing`, `${first} resolved`]);
    const done = { kind: 'done', words: 'The minutes are on the council site.' } as const;
    const answer = await at.service.milestones.say(officer, id, done);
    expect(answer.ok && foldMilestone(answer.value)).toMatchObject({
      due: '2025-02-14',
      done: { words: done.words },
      redated: [{ from: '2025-01-17', to: '2025-02-14', by: lead.actor }],
    });
    await at.service.judgeSeries.run();
    expect(await alertsOf('milestone_overdue')).toEqual([
      `${second} resolved`,
      `${first} resolved`,
    ]);
    expect(await replayDiffers()).toEqual([]);
    expect(await at.broken()).toEqual([]);
  });

  it('lists them by reform and council, page by page, and by what is still to be done', async () => {
    const panels = idOf(await plan('2025-02-03'));
    const [barnet] = (await at.reader('council-submitter', 'barnet')).councilIds;
    const other = idOf(await plan('2025-02-03', analyst, { councilId: barnet }));
    const template = idOf(await plan('2025-01-20', officer, { reform: 'standard-template' }));
    await at.service.milestones.say(officer, panels, {
      ...{ kind: 'done', words: 'All five have met since Monday.' },
    });
    const ids = async (reader: Reader, more: object = {}) => {
      const query = { councilIds: 'all' as const, reform: null, open: null, after: null, first: 9 };
      const { items } = await at.service.milestones.list(reader, { ...query, ...more });
      return items.map(({ id }) => id);
    };
    expect(await ids(analyst)).toEqual([other, panels, template]);
    expect(await ids(lead)).toEqual([panels, template]);
    expect(await ids(analyst, { open: true })).toEqual([other, template]);
    expect(await ids(analyst, { open: false, reform: 'multi-agency-panels' })).toEqual([panels]);
    const page = { councilIds: 'all' as const, reform: null, open: null, after: null, first: 2 };
    const { next } = await at.service.milestones.list(analyst, page);
    expect(await ids(analyst, { after: next })).toEqual([template]);
  });

  it('does not plan one that cannot be owed, or that says too much', async () => {
    const refused = [
      [{ reform: 'mediation' }, 'NOT_TAKING_PART'],
      [{ reform: 'standard-template', version: 1 }, 'NOT_TAKING_PART'],
      [{ due: '2025-01-14' }, 'MILESTONE_DAY_WRONG'],
      [{ title: 'Jane Doe, born 3 May 2015' }, 'WORDS_ABOUT_A_PERSON'],
      [{ title: ' ' }, 'MILESTONE_TITLE_WRONG'],
      [{ owner: 'x' }, 'NAME_WRONG'],
    ] as const;
    for (const [more, code] of refused) expect(await plan('2025-02-03', officer, more)).toBe(code);
    const rutland = await at.reader('council-submitter', 'rutland');
    expect(await plan('2025-02-03', rutland)).toBe('NOT_ALLOWED');
  });

  it('tells DfE alone that an answer is overdue, until it is given', async () => {
    const words = 'The template asks for the same date three times.';
    const said = { councilId, about: 'reform', code: 'standard-template', words } as const;
    const given = await at.service.feedback.give(officer, said);
    const id = given.ok ? given.value.id : '';
    expect(await at.service.feedback.give(lead, said)).toMatchObject({ ok: false });
    expect(
      await at.service.feedback.give(officer, { ...said, words: 'Jane Doe, born 3 May 2015' }),
    ).toMatchObject({ error: { code: 'WORDS_ABOUT_A_PERSON' } });
    await passTo('2025-02-05T17:00:00Z');
    const key = `feedback ${id} 2025 February`;
    expect(await alertsOf('answer_overdue', officer)).toEqual([`${key} firing`]);
    expect(await toldOf('answer_overdue')).toEqual(['dfe 2025-02-05T17:00:00.000Z']);
    at.clock.set(new Date('2025-02-06T09:00:00Z'));
    const answer = { answer: 'It will be asked once from version 3 on.', owner: 'Reform lead' };
    expect(await at.service.feedback.answer(officer, id, answer)).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    });
    const answered = await at.service.feedback.answer(analyst, id, answer);
    expect(answered.ok && foldFeedback(answered.value)).toMatchObject({
      owner: 'Reform lead',
      answer: { by: analyst.actor, words: answer.answer },
    });
    expect(await at.service.feedback.answer(analyst, id, answer)).toMatchObject({
      error: { code: 'FEEDBACK_ANSWERED' },
    });
    at.clock.set(new Date('2025-02-06T09:00:01Z'));
    await at.service.judgeSeries.run();
    expect(await alertsOf('answer_overdue')).toEqual([`${key} resolved`]);
    expect(await replayDiffers()).toEqual([]);
    const question = { councilId: null, open: null, after: null, first: 9 };
    expect((await at.service.feedback.list(officer, question)).items).toHaveLength(1);
    const rutland = await at.reader('council-submitter', 'rutland');
    expect((await at.service.feedback.list(rutland, question)).items).toEqual([]);
  });

  it('tells DfE that nobody has written a plan after an alert was acknowledged, until somebody does', async () => {
    idOf(await plan('2025-01-17'));
    await passTo('2025-01-31T17:00:00Z');
    const question = { ruleCode: 'milestone_overdue', councilId, metric: null, open: true };
    const { items } = await at.service.readAlerts.list(analyst, {
      ...{ ...question, after: null, first: 1 },
    });
    const alertId = items[0]?.id ?? '';
    at.clock.set(new Date('2025-02-03T10:00:00Z'));
    await at.service.acknowledgeAlert.run({ reader: lead, alertId });
    await passTo('2025-02-17T23:59:00Z');
    expect(await alertsOf('answer_overdue')).toEqual([]);
    await passTo('2025-02-18T00:00:00Z');
    expect(await alertsOf('answer_overdue')).toEqual([`plan ${alertId} 2025 February firing`]);
    at.clock.set(new Date('2025-02-18T10:00:00Z'));
    await at.service.followUpAlert.run({
      reader: lead,
      alertId,
      deeds: [
        { kind: 'action', words: 'Agree a deputy chair', who: 'SEND lead', due: '2025-03-03' },
      ],
    });
    await at.service.judgeSeries.run();
    expect(await alertsOf('answer_overdue')).toEqual([`plan ${alertId} 2025 February resolved`]);
    expect(await replayDiffers()).toEqual([]);
  });
});
