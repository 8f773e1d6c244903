import { err, ok, refusal } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import type { AsKnown, BackTest, BackTestEpisode } from '#application/ports';
import { aProgramme, councilNamed } from './a-programme.js';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);

function someEpisode(): BackTestEpisode {
  return {
    councilId: councilNamed('Portsmouth').id,
    ...{ metric: 'plans_within_20_weeks', seriesKey: 'plans_within_20_weeks' },
    ...{ openedBy: '2023 March', openedAt: at('2023-04-12') },
    ...{ firedBy: '2023 April', firedAt: at('2023-05-12') },
    ...{ clearedBy: '2024 February', clearedAt: at('2024-03-12') },
    ...{ state: 'resolved', noData: false, why: '2 of 20 in April 2023: worse than it was.' },
    steps: [
      { at: at('2023-04-12'), period: '2023 March', to: 'pending', noData: false },
      { at: at('2023-05-12'), period: '2023 April', to: 'firing', noData: false },
      { at: at('2023-09-12'), period: '2023 August', to: 'firing', noData: true },
      { at: at('2024-01-12'), period: '2023 December', to: 'recovering', noData: false },
      { at: at('2024-03-12'), period: '2024 February', to: 'resolved', noData: false },
    ],
  };
}

/** The first rule's back-test is done, the second's under way; what is started or stopped is remembered. */
export function fakeBackTests() {
  const started: AsKnown[] = [];
  const stopped: string[] = [];
  const [rule, other] = aProgramme().alertRules;
  if (!rule || !other) throw new Error('the programme of specs has two rules');
  const done: BackTest = {
    ...{ id: '0190f0a0-0000-7000-8000-0000000000f1', programmeId: 1, status: 'done', rule },
    ...{ beside: { ...rule, version: 7 }, asKnown: 'at-each-moment', done: 32, of: 32 },
    ...{ askedAt: at('2025-01-14'), askedBy: 'DfE analyst', finishedAt: at('2025-01-14') },
    sentence: null,
    result: {
      ...{ from: '2021-01-01', to: '2025-01-01', series: 64, fired: 1_500, firedCouncils: 2 },
      ...{ onlyWaited: 3, firedByYear: [{ year: 2023, fired: 1_500 }], chance: 1.4 },
      compared: { both: 1, more: 1, fewer: 2 },
      episodes: [
        someEpisode(),
        {
          ...someEpisode(),
          councilId: councilNamed('Wigan').id,
          ...{ metric: null, seriesKey: 'return 2023 April', clearedBy: null, clearedAt: null },
          ...{ state: 'firing', noData: true, steps: someEpisode().steps.slice(0, 3) },
        },
      ],
    },
  };
  const running: BackTest = {
    ...done,
    ...{ rule: other, beside: null, status: 'running', done: 8, finishedAt: null, result: null },
  };
  return {
    backTests: {
      started,
      stopped,
      start: ({ asKnown, code }: { asKnown: AsKnown; code: string }) => {
        started.push(asKnown);
        return Promise.resolve(code === rule.code ? ok(done) : err(refusal('BACK_TEST_UNDER_WAY')));
      },
      cancel: (_reader: Reader, id: string) => {
        stopped.push(id);
        return Promise.resolve(ok(running));
      },
      ofRule: (reader: Reader, { code, version }: { code: string; version: number }) => {
        const found = [done, running].find((one) => one.rule.code === code);
        const isSeen = scopeOf(reader).grants === 'all';
        return Promise.resolve(
          isSeen && found && version === found.rule.version
            ? { rule: found.rule, latest: found }
            : null,
        );
      },
    },
  };
}
