import { FIRST_YEAR, indexOfMonth, LAST_YEAR, monthOf } from './months.js';
import type { Points } from './path.js';

/** How the months of one council are bent: levels a path goes through, and figures that are fixed. */
export type Bend = {
  /** Cases a month. */
  readonly flows?: Readonly<Record<string, Points>>;
  /** Percentages. `smooth` leaves chance out. */
  readonly shares?: Readonly<
    Record<string, { readonly points?: Points; readonly smooth?: boolean }>
  >;
  /** Children waiting more than 20 weeks at the end of a month. */
  readonly waiting?: Points;
  readonly fixed?: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

export type StoryCorrection = {
  readonly council: string;
  readonly months: readonly string[];
  /** What was sent first, or how far it was from what stands now. */
  readonly first?: Readonly<Record<string, number>>;
  readonly off?: Readonly<Record<string, number>>;
  readonly sentAt: string;
  readonly approvedAt: string;
  readonly reasonKind: string;
  readonly reasonText: string;
};

/** The hand-written part (story.json): the cast is checked by its spec, the rest is read here. */
export type Story = {
  readonly seed: string;
  readonly profiles: Readonly<Record<string, readonly number[]>>;
  readonly effects: readonly {
    readonly reform: string;
    readonly box: string;
    readonly points: number;
  }[];
  readonly bends: Readonly<Record<string, Bend>>;
  readonly corrections: readonly StoryCorrection[];
  /** When a return was sent, where the story says so. */
  readonly sent: readonly {
    readonly council: string;
    readonly month: string;
    readonly sentAt: string;
    readonly approvedAt: string | null;
  }[];
  readonly unsent: readonly { readonly council: string; readonly month: string }[];
};

export type Texts = {
  readonly calibration: string;
  readonly levels: string;
  readonly story: string;
  readonly participation: string;
  readonly partnerships: string;
  readonly holidays: string;
  readonly programme: string;
  readonly monthlyReturn: string;
  readonly boxes: string;
};

type Participation = {
  readonly council: string;
  readonly reform: string;
  readonly from: string;
  readonly to: string | null;
};

/** Everything that the demonstration is made from. */
export type Inputs = {
  readonly story: Story;
  /** By key, in alphabetical order. */
  readonly councils: readonly string[];
  /** The boxes in the order of the form, and who is asked for each. */
  readonly boxes: readonly { readonly code: string; readonly askedOf: string }[];
  /** The published total of a box in a year. */
  readonly total: (council: string, year: number, box: string) => number | undefined;
  /** The published total, or else that of the nearest year (the mean of two as near): a level, never a calibration. */
  readonly nearTotal: (council: string, year: number, box: string) => number;
  readonly level: (council: string, period: string, name: string) => number | undefined;
  readonly takesPart: (council: string, reform: string, month: number) => boolean;
  /** The first month in which a council takes part. */
  readonly began: (council: string, reform: string) => number | undefined;
  readonly holidays: ReadonlySet<string>;
  readonly due: { readonly workingDays: number; readonly at: string };
  readonly opensAt: Date;
};

/** Reads what the demonstration is made from; the shapes of the files are checked where the service reads them. */
export function readInputs(texts: Texts): Inputs {
  const json = <T>(text: string): T => JSON.parse(text) as T;
  const totals = tableOf(texts.calibration, ['council', 'year', 'box'], 'total');
  const levels = tableOf(texts.levels, ['council', 'period', 'name'], 'value');
  const total = (council: string, year: number, box: string): number | undefined =>
    totals.get(`${council} ${year} ${box}`);
  const taking = json<Participation[]>(texts.participation);
  const monthly = json<{
    themes: { boxes: string[] }[];
    due: { workingDays: number; at: string };
  }>(texts.monthlyReturn);
  const askedOf = new Map(
    json<{ code: string; askedOf: string }[]>(texts.boxes).map((box) => [box.code, box.askedOf]),
  );
  return {
    story: json<Story>(texts.story),
    councils: json<{ members: { council: string }[] }[]>(texts.partnerships)
      .flatMap(({ members }) => members.map(({ council }) => council))
      .sort(),
    boxes: monthly.themes
      .flatMap(({ boxes }) => boxes)
      .map((code) => ({ code, askedOf: askedOf.get(code) ?? 'all' })),
    total,
    nearTotal: (council, year, box) => nearest(year, (other) => total(council, other, box)),
    level: (council, period, name) => levels.get(`${council} ${period} ${name}`),
    takesPart: (council, reform, month) => takesPart(taking, { council, reform, month }),
    began: (council, reform) =>
      taking
        .filter((one) => one.council === council && one.reform === reform)
        .map(({ from }) => indexOfMonth(from))
        .sort((a, b) => a - b)[0],
    holidays: new Set(json<{ day: string }[]>(texts.holidays).map(({ day }) => day)),
    due: monthly.due,
    opensAt: new Date(
      json<{ demonstration: { opensAt: string } }>(texts.programme).demonstration.opensAt,
    ),
  };
}

/** In any part of the month, as the service asks. */
const takesPart = (
  taking: readonly Participation[],
  of: { council: string; reform: string; month: number },
): boolean =>
  taking.some(
    ({ council, reform, from, to }) =>
      council === of.council &&
      reform === of.reform &&
      from < `${monthOf(of.month + 1)}-01` &&
      (to === null || to > `${monthOf(of.month)}-01`),
  );

function nearest(year: number, of: (year: number) => number | undefined): number {
  for (let far = 0; far <= LAST_YEAR - FIRST_YEAR; far += 1) {
    const found = [year - far, year + far].map(of).filter((total) => total !== undefined);
    if (found.length > 0) return Math.round(found.reduce((a, b) => a + b, 0) / found.length);
  }
  return 0;
}

/** Numbers of a plain CSV (no quotes in it) by some of its columns. */
function tableOf(csv: string, keys: readonly string[], value: string): ReadonlyMap<string, number> {
  const [header = '', ...lines] = csv.trim().split('\n');
  const names = header.split(',');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
      return [keys.map(cell).join(' '), Number(cell(value))];
    }),
  );
}
