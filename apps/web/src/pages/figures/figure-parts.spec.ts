import { aProgramme } from '#testing/web';
import { figurePart } from './figure-parts.js';
import { readFilter } from './figures-filter.js';

const programme = aProgramme();
const measures = programme.metrics.filter(({ type }) => type === 'measure');
const [first = '', last = ''] = [
  programme.returnDefinition.themes[0]?.title,
  programme.returnDefinition.themes.at(-1)?.title,
];
const many: typeof programme = {
  ...programme,
  metrics: Array.from({ length: 60 }, (_none, n) =>
    measures.slice(0, 1).map((measure) => ({
      ...measure,
      ...{ code: `m${n}`, theme: n < 30 ? first : last },
      balancedBy: n === 0 ? [{ metric: 'm59', adverse: 'up' as const }] : [],
    })),
  ).flat(),
};
const partOf = (query: Readonly<Record<string, string>>, of: typeof programme = programme) => {
  const filter = readFilter(query, new Date('2025-01-15T09:00:00Z'));
  return figurePart(of, query, { page: '/councils/leeds', keep: {}, filter });
};

describe('the measures of a council’s page', () => {
  it('stand on one page where there are few', () => {
    const { drawn, ways } = partOf({});
    expect(drawn.size).toBe(measures.length);
    expect(ways).toEqual([]);
  });

  it('stand in parts where there are many, each once, with the ways to all of them', () => {
    const parts = ['1', '2', '3'].map((part) => partOf({ part }, many));
    expect(parts.flatMap(({ drawn }) => [...drawn])).toHaveLength(60);
    expect(new Set(parts.flatMap(({ drawn }) => [...drawn])).size).toBe(60);
    expect(parts[1]?.ways.map(({ current }) => current)).toEqual([false, true, false]);
    expect(parts[1]?.ways.map(({ text }) => text)).toEqual([first, `${first} to ${last}`, last]);
  });

  it('are read with their balancing measures, wherever those stand', () => {
    const { read, drawn } = partOf({}, many);
    expect(read).toContain('m59');
    expect(drawn.has('m59')).toBe(false);
  });

  it('keep the day and the months that are shown on the way to another part', () => {
    const { ways } = partOf({ known: '2024-06-01', back: 'all' }, many);
    expect(ways[1]?.href).toBe('/councils/leeds?part=2&known=2024-06-01&back=all');
  });

  it.each(['0', '4', 'banana', '1.5'])(
    'are those of the first part where %s is asked for',
    (part) => {
      expect(partOf({ part }, many).ways[0]?.current).toBe(true);
    },
  );
});
