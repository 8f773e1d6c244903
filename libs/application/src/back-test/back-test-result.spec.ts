import type { BackTestedCouncil, BackTestEpisode } from '../ports/index.js';
import { resultOf } from './back-test-result.js';
import { compareEpisodes } from './compare-episodes.js';

const day = (text: string): Date => new Date(`${text}T09:00:00Z`);

const episode = (of: Partial<BackTestEpisode> = {}): BackTestEpisode => ({
  ...{ councilId: 1, metric: 'plans', seriesKey: 'plans', openedBy: '2023 March' },
  ...{ openedAt: day('2023-04-10'), firedBy: '2023 March', firedAt: day('2023-04-10') },
  ...{ clearedBy: null, clearedAt: null, state: 'firing', noData: false, why: '', steps: [] },
  ...of,
});
const council = (of: Partial<BackTestedCouncil> = {}): BackTestedCouncil => ({
  ...{ councilId: 1, series: 2, from: '2021-01-01', to: '2024-12-01', chance: null },
  ...{ fired: 0, onlyWaited: 0, firedByYear: [], episodes: [], compared: null },
  ...of,
});
const register = {
  councils: [
    { id: 1, name: 'Wigan' },
    { id: 2, name: 'Barnet' },
  ],
};

describe('the result of a back-test', () => {
  it('adds councils up, names them A to Z, and has every year between', () => {
    const result = resultOf(
      [
        council({ fired: 1, firedByYear: [{ year: 2021, fired: 1 }], episodes: [episode()] }),
        council({
          ...{ councilId: 2, from: '2020-01-01', fired: 2, chance: 0.08, onlyWaited: 3 },
          firedByYear: [{ year: 2023, fired: 2 }],
          episodes: [
            episode({ councilId: 2, firedAt: day('2023-09-10') }),
            episode({ councilId: 2 }),
          ],
        }),
      ],
      register,
    );
    expect(result).toMatchObject({
      ...{ from: '2020-01-01', to: '2024-12-01', series: 4, fired: 3, firedCouncils: 2 },
      ...{ onlyWaited: 3, chance: 0.08, compared: null },
      firedByYear: [
        { year: 2021, fired: 1 },
        { year: 2022, fired: 0 },
        { year: 2023, fired: 2 },
      ],
    });
    expect(result.episodes.map(({ councilId, firedAt }) => [councilId, firedAt])).toEqual([
      [2, day('2023-04-10')],
      [2, day('2023-09-10')],
      [1, day('2023-04-10')],
    ]);
  });

  it('does not know what chance brings where no council’s part of it is known', () => {
    expect(resultOf([council()], register).chance).toBeNull();
  });

  it('lists a thousand at most, and counts all', () => {
    const episodes = Array.from({ length: 1_001 }, () => episode());
    const result = resultOf([council({ fired: 1_001, episodes })], register);
    expect([result.fired, result.episodes.length]).toEqual([1_001, 1_000]);
  });
});

describe('two versions of a rule', () => {
  it('tell the same where they fire for the same series at overlapping times', () => {
    const early = episode({ clearedAt: day('2023-06-01') });
    const later = episode({ firedAt: day('2023-09-01'), clearedAt: day('2023-10-01') });
    const across = episode({ firedAt: day('2023-05-01'), clearedAt: day('2023-12-01') });
    const elsewhere = episode({ seriesKey: 'other' });
    const waited = episode({ firedAt: null });
    expect(compareEpisodes([early, later], [across, elsewhere])).toEqual({
      ...{ both: 2, more: 0, fewer: 1 },
    });
    expect(compareEpisodes([early, waited], [later])).toEqual({ both: 0, more: 1, fewer: 1 });
  });
});
