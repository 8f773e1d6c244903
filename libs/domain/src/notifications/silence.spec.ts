import fc from 'fast-check';
import { isAbout, silenceFaults, silencesOn, type AskedSilence, type Silence } from './index.js';

const NOW = new Date('2025-01-15T09:00:00Z');
const alert = {
  ...{ ruleCode: 'off_trajectory', metric: 'plans_within_20_weeks', councilId: 12 },
  partnership: 'south-east',
};
const none = { ruleCode: null, metric: null, councilId: null, partnership: null };
const aSilence = (over: Partial<Silence> = {}): Silence => ({
  ...{ id: 's1', programmeId: 1, ...none, councilId: 12, audience: 'all' },
  ...{ from: new Date('2025-01-10T00:00:00Z'), until: new Date('2025-02-01T00:00:00Z') },
  ...{ reason: 'the system is replaced', createdAt: NOW, createdBy: 'DfE analyst' },
  ...{ endedAt: null, endedBy: null },
  ...over,
});
const on = (over: Partial<Silence>, audience: 'council' | 'partnership' | 'dfe' | 'board') =>
  silencesOn([aSilence(over)], alert, { audience, now: NOW }).length === 1;

describe('a silence', () => {
  it.each([
    ['its council', { councilId: 12 }, true],
    ['another council', { councilId: 13 }, false],
    ['its rule at any council', { ruleCode: 'off_trajectory' }, true],
    ['its rule at another council', { ruleCode: 'off_trajectory', councilId: 13 }, false],
    ['its measure in its partnership', { metric: alert.metric, partnership: 'south-east' }, true],
    ['its measure in another partnership', { metric: alert.metric, partnership: 'x' }, false],
    ['nothing', {}, false],
  ])('about %s is about an alert: %j is %s', (_, matcher, expected) => {
    expect(isAbout({ ...none, ...matcher }, alert)).toBe(expected);
  });

  it('is about an alert exactly when it names something and each thing that it names is so', () => {
    const part = <T>(own: T, other: T) => fc.constantFrom<T | null>(null, own, other);
    const matcher = fc.record({
      ruleCode: part('off_trajectory', 'plan_band'),
      metric: part('plans_within_20_weeks', 'requests_received'),
      councilId: part(12, 13),
      partnership: part('south-east', 'london'),
    });
    fc.assert(
      fc.property(matcher, (of) => {
        const named = Object.entries(of).filter(([, value]) => value !== null);
        const fits = named.every(([key, value]) => alert[key as keyof typeof alert] === value);
        expect(isAbout(of, alert)).toBe(named.length > 0 && fits);
      }),
    );
  });

  it.each([
    ['all', ['council', 'partnership', 'dfe', 'board']],
    ['council', ['council']],
    ['department', ['partnership', 'dfe', 'board']],
  ] as const)('for %s holds the messages to %j', (audience, expected) => {
    const told = (['council', 'partnership', 'dfe', 'board'] as const).filter((to) =>
      on({ audience }, to),
    );
    expect(told).toEqual(expected);
  });

  it.each([
    ['before it begins', { from: new Date('2025-01-15T09:00:01Z') }, false],
    ['from its first moment', { from: NOW }, true],
    ['no more at its end', { until: NOW }, false],
    ['no more once it was ended', { endedAt: NOW, endedBy: 'x' }, false],
  ])('%s: it holds is %s', (_, over, expected) => {
    expect(on(over, 'dfe')).toBe(expected);
  });

  it('that ends last is named first', () => {
    const later = aSilence({ id: 's2', until: new Date('2025-03-01T00:00:00Z') });
    const found = silencesOn([aSilence(), later], alert, { audience: null, now: NOW });
    expect(found.map(({ id }) => id)).toEqual(['s2', 's1']);
  });
});

describe('what is wrong with a silence', () => {
  const faults = (over: Partial<AskedSilence>) =>
    silenceFaults(
      {
        ...{ matcher: { ...none, councilId: 12 }, unknown: [], from: '2025-01-15' },
        ...{ until: '2025-02-14', reason: 'The system is being replaced.' },
        ...over,
      },
      { today: '2025-01-15', rules: [] },
    ).map(({ field, code }) => `${field} ${code}`);

  it.each([
    ['nothing', {}, []],
    ['90 days', { until: '2025-04-14' }, []],
    ['91 days', { until: '2025-04-15' }, ['until SILENCE_UNTIL_WRONG']],
    ['a last day before the first', { until: '2025-01-14' }, ['until SILENCE_UNTIL_WRONG']],
    ['yesterday', { from: '2025-01-14' }, ['from SILENCE_FROM_WRONG']],
    ['no day', { until: '2025-02-30' }, ['until SILENCE_UNTIL_WRONG']],
    ['no words', { reason: 'x' }, ['reason WORDS_TOO_SHORT']],
    ['about nothing', { matcher: none }, ['rule SILENCE_ABOUT_NOTHING']],
    [
      'an unknown council',
      { matcher: none, unknown: ['council'] as const },
      ['council SILENCE_PART_UNKNOWN'],
    ],
    [
      'everything',
      { matcher: none, from: null, until: null, reason: '' },
      [
        'rule SILENCE_ABOUT_NOTHING',
        'from SILENCE_FROM_WRONG',
        'until SILENCE_UNTIL_WRONG',
        'reason WORDS_TOO_SHORT',
      ],
    ],
  ] as const)('%s', (_, over, expected) => {
    expect(faults(over)).toEqual(expected);
  });
});
