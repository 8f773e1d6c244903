import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemonstration } from './make/make-demonstration.js';
import { readTexts } from './make/read-texts.js';
import {
  figure,
  json,
  months,
  published,
  rowsOf,
  sentFigures,
  stands,
  total,
  type Correction,
} from './demonstration-for-spec.js';

type Box = { code: string; askedOf: string; basis: string; yearly?: boolean };
type BoxSum = { plus: string[]; minus: string[] };
type Return = {
  pairs: { part: string; whole: string }[];
  laggedPairs: { part: string; whole: string; lagMonths: number }[];
  sums: { parts: BoxSum; atMost: BoxSum }[];
};
type Taking = { council: string; reform: string; from: string; to: string | null };

const folder = join(process.cwd(), 'programmes', 'send-ap');
const monthly = json<Return>('return.json');
const boxes = json<Box[]>('metrics', 'boxes.json').filter((box) => !box.yearly);
const asked = boxes.filter((box) => box.askedOf !== 'none');
const taking = json<Taking[]>('demonstration', 'participation.json');
const members = json<{ members: { council: string }[] }[]>('partnerships.json')
  .flatMap((p) => p.members.map((m) => m.council))
  .sort();
const returned = months(2023, 2024);
const after = (month: string, n: number): string => {
  const all = months(2021, 2025);
  return all[all.indexOf(month) + n] ?? '';
};

describe('The files of the demonstration', () => {
  it('are made again byte for byte from the published totals, the story and its seed', () => {
    const made = makeDemonstration(readTexts(folder));
    expect(made.size).toBe(6);
    for (const [name, text] of made)
      expect([name, readFileSync(join(folder, 'demonstration', name), 'utf8') === text]).toEqual([
        name,
        true,
      ]);
  });

  it('change with the seed, and keep the published totals', () => {
    const texts = readTexts(folder);
    const story = JSON.stringify({ ...(JSON.parse(texts.story) as object), seed: 'another' });
    const made = makeDemonstration({ ...texts, story });
    expect(made.get('backfill.csv')).not.toBe(makeDemonstration(texts).get('backfill.csv'));
    const sum = (csv: string | undefined, council: string): number =>
      (csv ?? '')
        .split('\n')
        .filter((line) => line.startsWith(`${council},2021-`))
        .reduce((t, line) => t + Number(line.split(',')[2]), 0);
    expect(sum(made.get('backfill.csv'), 'leeds')).toBe(published('leeds', 2021, 'n_requests'));
  });
});

describe('The figures of the demonstration', () => {
  it('add up to the published total of each council, year and box that has one', () => {
    const totals = rowsOf('calibration.csv').filter(({ year }) => year !== '2020');
    expect(totals.length).toBeGreaterThan(1_000);
    const off = totals.filter(
      ({ council = '', year, box = '', total: sum }) =>
        total(council, box, months(Number(year))) !== Number(sum),
    );
    expect(off).toEqual([]);
  });

  it('name the two exceptions: nothing of Leicester in 2023, and the returns not yet sent at the opening', () => {
    expect(
      rowsOf('calibration.csv').filter((r) => r.council === 'leicester' && r.year === '2023'),
    ).toEqual([]);
    for (const month of months(2023))
      for (const { code } of asked.filter((box) => box.askedOf === 'all'))
        expect(stands('leicester', code, month)).toBe('x');
    expect(rowsOf('unsent.csv').map(({ council, month }) => `${council} ${month}`)).toEqual([
      'leicester 2024-11',
      'leicester 2024-12',
      'luton 2024-12',
      'rutland 2024-12',
      'swindon 2024-12',
    ]);
  });

  it('hold every identity of the return in every month, as first sent and as they stand', () => {
    const firstSent = sentFigures('returns.csv', 'unsent.csv');
    const readings = [
      figure,
      (council: string, box: string, month: string): number =>
        Number(firstSent.get(`${council} ${month} ${box}`) ?? NaN),
    ];
    for (const at of readings) {
      const sumOf = ({ plus, minus }: BoxSum, council: string, month: string): number =>
        plus.reduce((t, box) => t + at(council, box, month), 0) -
        minus.reduce((t, box) => t + at(council, box, month), 0);
      const broken = members.flatMap((council) =>
        returned.flatMap((month) => [
          ...monthly.pairs.filter(
            ({ part, whole }) => at(council, part, month) > at(council, whole, month),
          ),
          ...monthly.laggedPairs.filter(
            ({ part, whole, lagMonths }) =>
              at(council, part, after(month, lagMonths)) > at(council, whole, month),
          ),
          ...monthly.sums.filter(
            ({ parts, atMost }) => sumOf(parts, council, month) > sumOf(atMost, council, month),
          ),
        ]),
      );
      expect(broken).toEqual([]);
    }
  });

  it('count up within the year of a cumulative box and start again after it', () => {
    const begins: Readonly<Record<string, string>> = {
      'cumulative-academic': '-09',
      'cumulative-financial': '-04',
    };
    const wrong = asked
      .filter((box) => box.basis in begins)
      .flatMap(({ code, basis }) =>
        members.flatMap((council) =>
          returned.slice(1).filter((month) => {
            const [before, now] = [
              figure(council, code, after(month, -1)),
              figure(council, code, month),
            ];
            // A small count may honestly begin as high (CUMULATIVE_NOT_RESET).
            return month.endsWith(begins[basis] ?? '') ? now > Math.max(before, 20) : now < before;
          }),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('answer exactly the boxes asked of each council in each month', () => {
    const asks = (council: string, month: string, reform: string): boolean =>
      reform === 'all' ||
      taking.some(
        (p) =>
          p.council === council &&
          p.reform === reform &&
          p.from.slice(0, 7) <= month &&
          (p.to === null || p.to > `${month}-01`),
      );
    for (const council of members)
      for (const month of returned)
        expect([
          council,
          month,
          asked.filter((box) => stands(council, box.code, month) !== undefined).map((b) => b.code),
        ]).toEqual([
          council,
          month,
          asked.filter((box) => asks(council, month, box.askedOf)).map((b) => b.code),
        ]);
  });

  it('backfill 24 months for each council, before its first return', () => {
    const rows = rowsOf('backfill.csv');
    expect(rows.map(({ council, month }) => `${council} ${month}`)).toEqual(
      members.flatMap((council) => months(2021, 2022).map((month) => `${council} ${month}`)),
    );
    expect(
      Object.values(rows.flatMap((row) => Object.values(row))).filter((cell) => cell === ''),
    ).toEqual([]);
  });

  it('correct what was sent, each with its reason and after it', () => {
    const firstSent = sentFigures('returns.csv');
    const sent = new Map(rowsOf('sending.csv').map((r) => [`${r['council']} ${r['what']}`, r]));
    for (const one of json<Correction[]>('demonstration', 'corrections.json')) {
      const { council, month, box, from, sentAt } = one;
      expect(firstSent.get(`${council} ${month} ${box}`)).toBe(String(from));
      expect(new Date(sentAt) > new Date(sent.get(`${council} ${month}`)?.['sentAt'] ?? '')).toBe(
        true,
      );
    }
  });
});

describe('The sending of the demonstration', () => {
  const { opensAt } = json<{ demonstration: { opensAt: string } }>('programme.json').demonstration;
  const sendings = rowsOf('sending.csv');

  it('has a moment for each return and backfill that was sent, none after the opening', () => {
    const places = rowsOf('returns.csv').map((r) => `${r['council']} ${r['month']}`);
    const backfills = members.map((council) => `${council} backfill`);
    expect(sendings.map((s) => `${s['council']} ${s['what']}`).sort()).toEqual(
      [...places, ...backfills].sort(),
    );
    const late = sendings.flatMap((s) => [s['sentAt'] ?? '', s['approvedAt'] ?? '']);
    expect(late.filter((at) => at !== '' && new Date(at) >= new Date(opensAt))).toEqual([]);
  });

  it('has 28 of 32 returns for December 2024: Leicester, Luton, Rutland and Swindon are not there', () => {
    const december = sendings.filter((s) => s['what'] === '2024-12').map((s) => s['council']);
    expect(december).toHaveLength(28);
    expect(members.filter((council) => !december.includes(council))).toEqual([
      'leicester',
      'luton',
      'rutland',
      'swindon',
    ]);
  });

  it('has every backfill before the first return', () => {
    const firstReturn = sendings
      .filter((s) => s['what'] === '2023-01')
      .map((s) => s['sentAt'] ?? '');
    const backfills = sendings.filter((s) => s['what'] === 'backfill');
    for (const { approvedAt = '' } of backfills)
      expect(firstReturn.every((at) => at > approvedAt)).toBe(true);
  });
});
