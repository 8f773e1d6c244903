import type { AlertStep, KnownRevision, Programme } from '../ports/index.js';
import { TOTAL } from '#domain/observations';
import { monthOf } from '#domain/periods';
import { figuresBehind } from './figures-behind.js';

const FIRED = new Date('2025-01-20T09:00:00Z');
const before = (days: number): Date => new Date(FIRED.getTime() - days * 86_400_000);
const programme = {
  holidays: new Set(),
  returnDefinition: { due: { workingDaysAfter: 10, at: '17:00' } },
} as unknown as Programme;

const revision = (over: Partial<KnownRevision>): KnownRevision => ({
  ...{ councilId: 1, metric: 'n_plans', major: 1, minor: 0, period: monthOf(2024, 12) },
  ...{ breakdown: TOTAL, numerator: null, denominator: null, value: '6', state: 'value' },
  ...{ symbol: null, comment: null, reason: null, knownSeq: 7, knownAt: before(2) },
  ...{ standing: 'provisional', submissionId: 's', demonstration: false },
  ...{ approvedAt: before(1), withdrawnAt: null },
  ...over,
});
const step = (over: Partial<AlertStep> = {}): AlertStep => ({
  ...{ alertId: 'a', n: 1, at: FIRED, period: '2024 December', from: 'inactive', to: 'firing' },
  ...{ noData: false, reason: 'r', ruleVersion: 1 },
  ...over,
});

describe('the figures behind an alert', () => {
  it('are those that counted when it fired: what came or was approved later is not', () => {
    const late = new Date(FIRED.getTime() + 1);
    expect(
      figuresBehind(
        [step()],
        [
          revision({}),
          revision({ knownSeq: 8, knownAt: before(1), approvedAt: late }),
          revision({ knownSeq: 9, knownAt: late, approvedAt: late }),
        ],
        programme,
      ),
    ).toEqual({ at: FIRED, knownSeq: 7, approved: 1, provisional: 0 });
  });

  it('count those of its own period apart by whether they were approved', () => {
    const old = { knownSeq: 3, knownAt: before(60), approvedAt: null };
    expect(
      figuresBehind(
        [step({ to: 'pending', at: before(9) }), step({ n: 2, period: '2024 October' })],
        [
          revision({ ...old, period: monthOf(2024, 9) }),
          revision({ ...old, period: monthOf(2024, 10) }),
          revision({
            ...old,
            metric: 'n_requests',
            period: monthOf(2024, 10),
            approvedAt: before(50),
          }),
          revision({
            ...old,
            metric: 'n_reviews',
            period: monthOf(2024, 10),
            standing: 'published',
          }),
        ],
        programme,
      ),
    ).toEqual({ at: FIRED, knownSeq: 3, approved: 2, provisional: 1 });
  });

  it('are not known where nothing counted, or the alert is about no period', () => {
    expect(figuresBehind([step()], [revision({ withdrawnAt: before(1) })], programme)).toBeNull();
    expect(figuresBehind([step({ period: 'x' })], [revision({})], programme)).toBeNull();
    expect(figuresBehind([], [revision({})], programme)).toBeNull();
  });
});
