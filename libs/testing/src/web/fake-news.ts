import type { NewsToReader } from '#application/news';
import { councilNamed } from './a-programme.js';
import { FEEDBACK_ID, MILESTONE_ID } from './fake-delivery.js';
import { someAlerts, SUBMISSION_ID } from './some-records.js';

const NO_TOTALS = {
  ...{ opened: 0, cleared: 0, received: 0, corrected: 0, approval: 0, answer: 0, withdrawal: 0 },
  ...{ feedback: 0, 'feedback-answered': 0 },
  ...{ 'milestone-planned': 0, 'milestone-done': 0, 'milestone-redated': 0 },
} as const;

/** Nothing is new to somebody who looked on 6 January. */
export const noNews = (): NewsToReader => ({
  ...{ lookedAt: new Date('2025-01-06T10:00:00Z'), from: new Date('2025-01-06T09:55:00Z') },
  totals: NO_TOTALS,
  ...{ opened: [], cleared: [], figures: [], said: [] },
});

/** Something of every kind that the pages show, since 6 January. */
export function someNews(): NewsToReader {
  const at = new Date('2025-01-14T15:00:00Z');
  const rutland = councilNamed('Rutland').id;
  const of = { at, councilId: rutland, submissionId: SUBMISSION_ID, corrected: 0 };
  const [first, second] = someAlerts();
  return {
    ...noNews(),
    opened: second ? [{ ...second, firedAt: at }] : [],
    cleared: first ? [{ ...first, state: 'resolved', resolvedAt: at }] : [],
    figures: [
      { ...of, kind: 'received', periods: ['2024 December'] },
      { ...of, kind: 'corrected', periods: ['2024 September'], corrected: 2 },
      { ...of, kind: 'answer', submissionId: null, periods: ['2024 November'] },
    ],
    said: [
      { kind: 'feedback', at, councilId: rutland, id: FEEDBACK_ID, title: null },
      {
        ...{ kind: 'milestone-done', at, councilId: rutland },
        id: MILESTONE_ID,
        title: 'First panel has met',
      },
    ],
    totals: {
      ...{ ...NO_TOTALS, opened: 1, cleared: 1, received: 7, corrected: 1, answer: 1 },
      ...{ feedback: 1, 'milestone-done': 1 },
    },
  };
}

/** What is new to every reader, and who looked. */
export function fakeNews() {
  const newsState: { news: NewsToReader; readonly looks: boolean[] } = {
    news: someNews(),
    looks: [],
  };
  return {
    newsState,
    readNews: {
      run: (_: unknown, { isLook }: { isLook: boolean }) => {
        newsState.looks.push(isLook);
        return Promise.resolve(newsState.news);
      },
    },
  };
}
