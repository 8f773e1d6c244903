import { readFileSync } from 'node:fs';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;

/** Rows of a plain CSV of ours (no quotes in it) by the names of its header. */
function rows<K extends string>(path: string): readonly Record<K, string>[] {
  const [header = '', ...lines] = text(path).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',').map((cell, i) => [names[i], cell]);
    return Object.fromEntries(cells) as Record<K, string>;
  });
}

type Dated = { validFrom: string | null; validTo: string | null };
type Code = Dated & { kind: 'ons' | 'dfe'; code: string };
type Council = {
  id: number;
  key: string;
  name: string;
  codes: Code[];
  names: (Dated & { name: string })[];
  successors: { key: string; on: string }[];
  endedOn: string | null;
};
type Partnership = { code: string; members: { council: string; role: string }[] };
type BoxSum = { plus: string[]; minus: string[] };
type Box = { code: string; askedOf: string; basis: string; partOf?: string; yearly?: boolean };
type Measure = {
  code: string;
  number: number;
  askedOf: string;
  numerator: BoxSum;
  denominator: { kind: string; sum?: BoxSum; box?: string; name?: string };
  balancedBy: { metric: string; adverse: 'up' | 'down' }[];
  breakdown: { parts: { box: string }[] } | null;
};
type Return = {
  themes: { boxes: string[] }[];
  yearly: string[];
  pairs: { part: string; whole: string }[];
  laggedPairs: { part: string; whole: string; lagMonths: number }[];
  sums: { rule: string; parts: BoxSum; atMost: BoxSum }[];
};
type Participation = { council: string; reform: string; from: string; to: string | null };

const councils = json<Council[]>('councils.json');
const partnerships = json<Partnership[]>('partnerships.json');
const boxes = json<Box[]>('metrics/boxes.json');
const measures = json<Measure[]>('metrics/measures.json');
const monthly = json<Return>('return.json');
const taking = json<Participation[]>('demonstration/participation.json');
const members = partnerships.flatMap((p) => p.members.map((m) => m.council));
const asked = boxes.filter((box) => !box.yearly);

const from = (dated: Dated): string => dated.validFrom ?? '0000';
const to = (dated: Dated): string => dated.validTo ?? '9999';
const overlap = (a: Dated, b: Dated): boolean => from(a) < to(b) && from(b) < to(a);

describe('The register of the programme', () => {
  it('has 153 live councils, each with one key, one id and one code of each kind at a time', () => {
    expect(councils.filter((council) => council.endedOn === null)).toHaveLength(153);
    expect(new Set(councils.map((council) => council.key)).size).toBe(councils.length);
    expect(new Set(councils.map((council) => council.id)).size).toBe(councils.length);
    for (const { key, codes } of councils)
      for (const [i, a] of codes.entries())
        for (const b of codes.slice(i + 1))
          expect([key, a.kind === b.kind && overlap(a, b)]).toEqual([key, false]);
  });

  it('lets no code and no name stand for two councils on one day', () => {
    const all = councils.flatMap(({ key, codes, names }) =>
      [...codes, ...names].map((one) => ({ code: '', name: '', ...one, key })),
    );
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1))
        if (a.code === b.code && a.name === b.name && a.key !== b.key)
          expect([a.key, b.key, overlap(a, b)]).toEqual([a.key, b.key, false]);
  });

  it('names the successors of every council that has ended, and Gateshead is one council with two codes', () => {
    const live = new Set(councils.filter((c) => c.endedOn === null).map((c) => c.key));
    for (const council of councils.filter((c) => c.endedOn !== null)) {
      expect(council.successors.length).toBeGreaterThan(0);
      for (const { key, on } of council.successors)
        expect([live.has(key), on]).toEqual([true, council.endedOn]);
    }
    const gateshead = councils.find((council) => council.key === 'gateshead');
    expect(
      gateshead?.codes.filter((c) => c.kind === 'ons').map((c) => [c.code, c.validTo]),
    ).toEqual([
      ['E08000020', '2013-04-01'],
      ['E08000037', null],
    ]);
  });

  it('has 32 members in nine partnerships', () => {
    expect(partnerships).toHaveLength(9);
    expect(new Set(members).size).toBe(32);
    expect(members.every((key) => councils.some((c) => c.key === key && !c.endedOn))).toBe(true);
  });
});

describe('The metrics of the programme', () => {
  it('asks 33 boxes, 23 of them of every council, and two numbers once a year', () => {
    expect(asked).toHaveLength(33);
    expect(asked.filter((box) => box.askedOf === 'all')).toHaveLength(23);
    expect(monthly.themes.flatMap((theme) => theme.boxes).sort()).toEqual(
      asked.map((box) => box.code).sort(),
    );
    expect(boxes.filter((box) => box.yearly).map((box) => box.code)).toEqual(monthly.yearly);
  });

  it('asks a box of all councils or of those testing a reform that exists', () => {
    const reforms = json<{ code: string }[]>('reforms.json').map((reform) => reform.code);
    const asks = [...asked, ...measures].map((one) => one.askedOf).filter((of) => of !== 'all');
    const named = [...asks, ...taking.map((p) => p.reform)];
    expect(named.filter((reform) => !reforms.includes(reform))).toEqual([]);
  });

  it('works 25 measures out of boxes that exist and are asked of the same councils', () => {
    expect(measures.map((measure) => measure.number)).toEqual(
      [...Array(25).keys()].map((i) => i + 1),
    );
    const askedOf = new Map(boxes.map((box) => [box.code, box.askedOf]));
    for (const { code, numerator, denominator, breakdown, ...measure } of measures) {
      const sums = [numerator, ...(denominator.sum ? [denominator.sum] : [])];
      const used = [
        ...sums.flatMap((sum) => [...sum.plus, ...sum.minus]),
        ...(denominator.box ? [denominator.box] : []),
        ...(breakdown?.parts.map((part) => part.box) ?? []),
      ];
      for (const box of used)
        expect([code, box, ['all', measure.askedOf].includes(askedOf.get(box) ?? 'none')]).toEqual([
          code,
          box,
          true,
        ]);
      for (const other of measure.balancedBy)
        expect(measures.map((m) => m.code)).toContain(other.metric);
    }
  });
});

describe('The published figures', () => {
  it('have a timeliness row for each council that published one, year by year', () => {
    const cells = rows<'council' | 'time_period' | 'measure'>(
      'published/sen2-timeliness.csv',
    ).filter((row) => row.measure === 'ehcp_timeliness_20wk_excl');
    const count = (year: string): number => cells.filter((row) => row.time_period === year).length;
    expect(['2019', '2020', '2021', '2022', '2023', '2024'].map(count)).toEqual([
      151, 151, 152, 152, 151, 153,
    ]);
    const codes = new Set(councils.flatMap((c) => c.codes.map((code) => code.code)));
    expect(cells.filter((row) => !codes.has(row.council))).toEqual([]);
    expect(cells.some((row) => row.council === 'E06000016' && row.time_period === '2023')).toBe(
      false,
    );
  });
});
