import type { Reconciliation } from '#application/figures';
import type { QualityStatement } from '#application/quality';
import { covers, scopeOf, type Reader } from '#domain/access';
import { reconcileYear } from '#domain/intake';
import type { Metric } from '#domain/metrics';
import { qualityOf } from '#domain/quality';
import { aProgramme } from './a-programme.js';
import { monthAt } from './some-figures.js';

const NOW = new Date('2025-01-15T12:00:00Z');

/** A statement on two years of returns, and a year beside its published figures; of councils that the reader sees. */
export function fakeQuality() {
  const { register, metrics } = aProgramme();
  const boxes = metrics.filter(({ type }) => type === 'box');
  const councilSeen = (reader: Reader, councilId: number) =>
    covers(scopeOf(reader).anyStatus, councilId)
      ? register.councils.find(({ id }) => id === councilId)
      : undefined;

  return {
    readQuality: {
      run: (reader: Reader, councilId: number): Promise<QualityStatement | null> => {
        const council = councilSeen(reader, councilId);
        if (!council) return Promise.resolve(null);
        const months = Array.from({ length: 24 }, (_, index) => monthAt(23 - index));
        const quality = qualityOf({
          now: NOW,
          holidays: new Set(),
          months: months.map((period, index) => ({
            period,
            dueAt: new Date(`${period.end}T17:00:00Z`),
            firstSentAt:
              index === 1 ? null : new Date(`${period.end}T${index === 2 ? 18 : 10}:00:00Z`),
            history: index > 11,
            asked: 7,
            withNumber: index === 1 ? 0 : 6,
            answered: index === 1 ? 0 : 7,
          })),
          boxes: boxes.map(({ code }) => ({
            metric: code,
            figures: 24,
            corrected: 3,
            revisions: 4,
            afterApproval: 1,
            largestShare: 0.5,
            warnings: 2,
            explained: 1,
            hoursToExplain: 0.5,
            refused: 1,
            mended: 1,
            hoursToMend: 72,
          })),
        });
        return Promise.resolve({ ...quality, council, metrics: boxes });
      },
    },
    readReconciliation: {
      run: (
        reader: Reader,
        { councilId, year }: { councilId: number; year: number },
      ): Promise<Reconciliation | null> => {
        const council = councilSeen(reader, councilId);
        const line = (box: Metric, index: number) => {
          const monthly = Array.from({ length: 12 }, (_, n) =>
            index === 1 && n === 6 ? null : String(n + 1),
          );
          const published = year === 2024 ? null : String(78 + index * 20);
          return {
            ...reconcileYear(monthly, published, []),
            box,
            publishedMetric: box,
            note: 'Both count the same.',
            publication:
              year === 2024
                ? { kind: 'expected' as const, on: '2025-06-26' }
                : { kind: 'out' as const, on: '2024-06-13' },
            provisional: index === 0,
          };
        };
        return Promise.resolve(
          council ? { council, year, boxes: boxes.map(line).toReversed() } : null,
        );
      },
    },
  };
}
