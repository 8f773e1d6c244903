import { aMetric, aPoint, aProgramme } from '#testing/web';
import type { SeriesView } from '../figures/series-types.js';
import { SeriesMemory } from './series-memory.js';

const programme = aProgramme();
const aSeries = (value: string): readonly SeriesView[] => [
  {
    metric: aMetric({ code: 'm' }),
    area: { kind: 'council', councilId: 1, code: 'E1', name: 'Rutland' },
    breakdown: 'Total',
    points: [aPoint({ value, comment: 'A name was written here.' })],
  },
];

/** A memory, and how often it had to read. */
function aMemory() {
  const memory = new SeriesMemory();
  const reads: string[] = [];
  const ask = (name: string, seq: number, of = programme) =>
    memory.of(name, { programme: of, seq }, () => {
      reads.push(`${name} ${seq}`);
      return Promise.resolve(aSeries(String(seq)));
    });
  return { memory, reads, ask };
}

describe('series that are kept', () => {
  it('are read once as long as nothing new is known, and again when something is', async () => {
    const { reads, ask } = aMemory();
    expect((await ask('m', 5)).isKept).toBe(false);
    expect((await ask('m', 5)).isKept).toBe(true);
    const { series } = await ask('m', 6);
    expect(series[0]?.points[0]?.value).toBe('6');
    expect(reads).toEqual(['m 5', 'm 6']);
  });

  it('are read once for many who ask at the same time', async () => {
    const { reads, ask } = aMemory();
    await Promise.all([ask('m', 5), ask('m', 5), ask('m', 5)]);
    expect(reads).toEqual(['m 5']);
  });

  it('are of one programme: with another register or definition they are read again', async () => {
    const { reads, ask } = aMemory();
    await ask('m', 5);
    expect((await ask('m', 5, aProgramme())).isKept).toBe(false);
    expect(reads).toHaveLength(2);
  });

  it('are eight at most: the one that was not asked for longest goes', async () => {
    const { reads, ask } = aMemory();
    for (let n = 0; n < 8; n += 1) await ask(`m${n}`, 5);
    await ask('m0', 5);
    await ask('m8', 5);
    expect((await ask('m0', 5)).isKept).toBe(true);
    expect((await ask('m1', 5)).isKept).toBe(false);
    expect(reads).toHaveLength(10);
  });

  it('hold nothing that people wrote, and nothing that could not be read', async () => {
    const { memory, ask } = aMemory();
    expect((await ask('m', 5)).series[0]?.points[0]?.comment).toBeNull();
    const failing = memory.of('n', { programme, seq: 5 }, () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect((await ask('n', 5)).isKept).toBe(false);
  });
});
