import {
  ALERT_ID,
  anAlert,
  aProgramme,
  assessedSeries,
  councilNamed,
  someAlerts,
  someSeries,
  storyOf,
} from '#testing/web';
import type { Reader } from '#domain/access';
import { REJUDGED } from '#domain/judgement';
import { presentAlert } from './alert.presenter.js';
import { titleOfAlert } from './alert-lines.js';

const programme = aProgramme();
const metric = programme.metrics.find(({ code }) => code === 'plans_within_20_weeks');
if (!metric) throw new Error('no metric');
const reader: Reader = {
  ...{ actor: 'DfE analyst', roles: ['dfe-analyst'], councilIds: [], memberIds: [] },
  partnership: null,
};
const now = new Date('2025-01-15T12:00:00Z');
const [series = null] = assessedSeries([someSeries(metric, councilNamed('Portsmouth'), true)], {
  at: now,
});
const [silence, offTrack] = someAlerts();
if (!silence || !offTrack) throw new Error('no alerts');
const present = (alert = offTrack, over = {}) =>
  presentAlert({
    story: storyOf(alert),
    programme,
    series,
    owed: null,
    corrections: [],
    behind: { at: offTrack.openedAt, knownSeq: 412, approved: 2, provisional: 0 },
    beside: { silences: [], open: [], isExpected: false },
    refusal: null,
    reader,
    now,
    ...over,
  });

describe('titleOfAlert', () => {
  it('says what, whose and since when', () => {
    expect(titleOfAlert(offTrack, programme)).toBe(
      'New EHC plans issued within 20 weeks: Portsmouth, off track since January 2023',
    );
    expect(titleOfAlert(silence, programme)).toBe('Leicester has not reported November 2024');
    expect(titleOfAlert(anAlert({ ruleCode: 'gone' }), programme)).toContain('since January 2023');
  });
});

describe('presentAlert', () => {
  it('says that figures were corrected after it opened, and what became of it', () => {
    const corrections = [{ period: '2023 January', at: new Date('2023-04-03T09:00:00Z') }];
    expect(present().corrections).toEqual([]);
    expect(present(offTrack, { corrections }).corrections).toEqual([
      'The figures for January 2023 were corrected on 3 April 2023.',
      'The alert was judged again on the corrected figures; the steps below say what came of it.',
    ]);
    expect(
      present(anAlert({ state: 'resolved', why: REJUDGED }), { corrections }).corrections,
    ).toEqual([
      'The figures for January 2023 were corrected on 3 April 2023.',
      'On the corrected figures this alert would not have opened.',
      'People were told on 22 February 2023; that record stays.',
    ]);
  });

  it('says why it fired: each step with its reason, the rule and its version', () => {
    const { steps, rule, why } = present();
    expect(why).toContain('0 of 15');
    expect(steps[0]).toEqual({
      heading: 'January 2023: From “nothing unusual” to “Open”',
      at: '09:00 on 22 February 2023',
      reason: why,
    });
    expect(rule.line).toBe('Off trajectory, version 2');
  });

  it('shows the version of the rule that fired, and leads to the rule while it is on', () => {
    const [rule] = programme.alertRules;
    if (!rule) throw new Error('no rule');
    const newest = { ...rule, version: 3, enabled: false, forPeriods: 6 };
    const until = new Date('2024-06-01T09:00:00Z');
    const changed = {
      ...programme,
      alertRules: [newest],
      ruleHistory: [
        { rule, from: null, until },
        { rule: newest, from: until, until: null },
      ],
    };
    const shown = present(offTrack, { programme: changed }).rule;
    expect(shown.sentence).not.toContain('for 6 months');
    expect([shown.line, shown.href]).toEqual(['Off trajectory, version 2', null]);
    expect(shown.since).toBe('This rule is off now.');
    const on = { ...changed, alertRules: [{ ...newest, enabled: true }] };
    expect(present(offTrack, { programme: on }).rule.since).toBe(
      'Version 3 of this rule is in force now.',
    );
    expect(present().rule.href).toBe('/alert-rules/off_trajectory');
    const fired = anAlert({ ruleVersion: 3 });
    expect(present(fired, { programme: changed }).rule.sentence).toContain('for 6 months');
  });

  it('says who was told, and who will be', () => {
    const rows = present().ledger?.rows.map((row) => [row[0]?.text, row[3]?.text]);
    expect(rows).toEqual([
      ['Portsmouth', 'Delivered, 09:00 on 22 February 2023'],
      ['DfE', 'Not sent yet'],
    ]);
  });

  it('says in words who knows, who will be told and who waits, and what each message said', () => {
    const [told, due] = storyOf(offTrack).ledger;
    if (!told || !due) throw new Error('no ledger');
    const later = { ...due, dueAt: new Date('2025-01-22T09:00:00Z') };
    const again = {
      ...{ ...told, notificationId: 'n3', event: 'repeat 1 x' },
      attempts: [{ at: new Date('2024-12-12T09:00:00Z'), outcome: 'delivered', detail: 'in-app' }],
    };
    const held = {
      ...{ ...due, notificationId: 'n4', recipient: 'board', audience: 'board' },
      waits: 'a silence',
    };
    const cleared = { ...told, notificationId: 'n5', recipient: 'x', event: 'resolved x' };
    const ledger = [told, later, again, held, cleared];
    const shown = present(offTrack, { story: { ...storyOf(offTrack), ledger } });
    expect(shown.told).toEqual([
      'Portsmouth was told on 22 February 2023, and last on 12 December 2024.',
      'DfE will be told on 22 January 2025, if it is still open.',
      'Programme board has not been told yet: a silence.',
    ]);
    expect(shown.ledger?.rows.map((row) => [row[1]?.text, row[3]?.text])).toEqual([
      ['', 'Delivered, 09:00 on 22 February 2023'],
      ['', 'Not due yet'],
      ['Again, for nobody had acknowledged it', 'Delivered, 09:00 on 12 December 2024'],
      ['', 'Not told yet: a silence'],
      ['That it has cleared', 'Delivered, 09:00 on 22 February 2023'],
    ]);
  });

  it('says since when, whether it is chance, and by which version of the data', () => {
    const shown = present();
    expect(shown.since).toBe('since 09:00 on 22 February 2023.');
    expect(shown.isChance).toMatch(/^It can be, in part/);
    expect(shown.data).toBe(
      'It went by the figures as they were known at 09:00 on 22 February 2023, up to number 412 in the order in which figures became known, all approved or published.',
    );
    const behind = { at: offTrack.openedAt, knownSeq: 412, approved: 1, provisional: 1 };
    expect(present(offTrack, { behind }).data).toContain('some of them approved');
    const young = { ...behind, approved: 0 };
    expect(present(offTrack, { behind: young }).data).toContain('not yet approved');
    const missing = present(silence, { series: null, behind: null });
    expect([missing.isChance, missing.data, missing.balancing]).toEqual([null, null, null]);
  });

  it('names the measures to look at beside it', () => {
    expect(present().balancing).toContain('Requests for an EHC needs assessment');
  });

  it('offers to acknowledge what is open and not yet acknowledged, once', () => {
    expect(present().acknowledge).toBe(`/alerts/${ALERT_ID}/acknowledge`);
    const seen = present(silence);
    expect([seen.acknowledge, seen.acknowledged]).toEqual([
      null,
      'Acknowledged by DfE analyst at 14:05 on 19 December 2024.',
    ]);
  });

  it('says when it will clear, or when it did', () => {
    expect(present().clears).toContain('A month without figures does not clear it.');
    const resolvedAt = new Date('2024-02-01T09:00:00Z');
    const cleared = present(anAlert({ state: 'resolved', resolvedAt }));
    expect([cleared.clears, cleared.acknowledge]).toEqual([
      'It cleared at 09:00 on 1 February 2024.',
      null,
    ]);
  });

  it('says that silence has not cleared it', () => {
    const { state, noData } = present(anAlert({ noData: true }));
    expect(state.text).toBe('Open, no new figures');
    expect(noData).toContain('Still open');
  });

  it('has no chart for an alert about a return', () => {
    const { figure, noChart } = present(silence, { series: null });
    expect([figure, noChart]).toEqual([null, expect.stringContaining('about a return')]);
  });
});
