import { monthOf } from '#domain/periods';
import type { KnownRevision } from '../ports/index.js';
import { asKnownNow } from './as-known-now.js';

const day = (text: string): Date => new Date(`${text}T09:00:00Z`);

const revision = (of: Partial<KnownRevision>): KnownRevision => ({
  ...{ councilId: 1, metric: 'n_requests', major: 1, minor: 0, period: monthOf(2024, 1) },
  ...{ breakdown: 'Total', numerator: null, denominator: null, value: '1', state: 'value' },
  ...{ symbol: null, comment: null, reason: null, knownSeq: 1, knownAt: day('2024-02-10') },
  ...{ standing: 'provisional', submissionId: '', demonstration: false },
  ...{ approvedAt: null, withdrawnAt: null },
  ...of,
});

describe('figures as known now', () => {
  it('are each the last version, from when the first came and the first approval on', () => {
    const first = revision({ value: '490', approvedAt: day('2024-02-20') });
    const corrected = revision({ value: '49', knownSeq: 2, knownAt: day('2024-06-01') });
    expect(asKnownNow([first, corrected])).toEqual([
      { ...corrected, knownAt: first.knownAt, approvedAt: first.approvedAt },
    ]);
  });

  it('pass over what was withdrawn, and leave out a place of which nothing stands', () => {
    const first = revision({ value: '5' });
    const withdrawn = revision({ value: '50', knownSeq: 2, withdrawnAt: day('2024-07-01') });
    expect(asKnownNow([first, withdrawn])).toEqual([first]);
    expect(asKnownNow([withdrawn])).toEqual([]);
  });

  it('keep apart what is of another council, number or month', () => {
    const all = [
      revision({}),
      revision({ councilId: 2 }),
      revision({ metric: 'n_decisions' }),
      revision({ period: monthOf(2024, 2) }),
    ];
    expect(asKnownNow(all)).toEqual(all);
  });
});
