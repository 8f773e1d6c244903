import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { londonInstant } from '#domain/periods';
import { answersFile, correctionsFile, publicationsFile, sendingFile } from './programme-files.js';
import { readJson } from './read-programme.js';

export type SeedBox = { readonly box: string; readonly value: string };

export type PrefilledNumber = {
  readonly name: string;
  readonly timePeriod: string;
  readonly timeIdentifier: string;
  readonly value: string;
};

export type PublishedPeriod = { readonly timePeriod: string; readonly timeIdentifier: string };

/** When the numbers that no council types were filled in. */
const PREFILLED_AT = new Date('2024-01-02T10:00:00Z');

/** One thing that happened on the way to the opening, at its own moment. */
export type SeedEvent =
  | {
      readonly kind: 'published';
      readonly at: Date;
      readonly key: string;
      readonly publishedOn: string;
      readonly file: string;
      readonly periods: readonly PublishedPeriod[];
    }
  | {
      readonly kind: 'sent';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly boxes: readonly SeedBox[];
    }
  | {
      readonly kind: 'approved';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
    }
  | {
      readonly kind: 'corrected';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly box: SeedBox;
      readonly reason: { readonly kind: string; readonly text: string };
    }
  | {
      readonly kind: 'prefilled';
      readonly at: Date;
      readonly council: string;
      readonly numbers: readonly PrefilledNumber[];
    }
  | {
      readonly kind: 'answered';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly text: string;
    };

/** The days on which published files became known: the periods of a series that came on one day are one delivery. */
export const publishedEvents = (folder: string): readonly SeedEvent[] =>
  readJson(join(folder, 'published', 'publications.json'), publicationsFile).flatMap(
    ({ series, file, periods }) =>
      [...new Set(periods.map(({ publishedOn }) => publishedOn))].map((publishedOn): SeedEvent => ({
        kind: 'published',
        at: londonInstant(publishedOn, '09:30'),
        key: `${series} ${publishedOn}`,
        publishedOn,
        file: join(folder, file),
        periods: periods.filter((period) => period.publishedOn === publishedOn),
      })),
  );

/** What the councils of the demonstration sent, approved, corrected and answered. */
export function demonstrationEvents(folder: string): readonly SeedEvent[] {
  const at = (name: string): string => join(folder, 'demonstration', name);
  const boxes = returnsByMonth(at('returns.csv'));
  return [
    ...readJson(at('sending.json'), sendingFile).flatMap(
      ({ council, month, sentAt, approvedAt }): SeedEvent[] => [
        {
          kind: 'sent',
          at: new Date(sentAt),
          council,
          month,
          boxes: boxes.get(`${council} ${month}`) ?? [],
        },
        ...(approvedAt
          ? [{ kind: 'approved' as const, at: new Date(approvedAt), council, month }]
          : []),
      ],
    ),
    ...readJson(at('corrections.json'), correctionsFile).map(
      ({ council, month, box, to, sentAt, reasonKind, reasonText }): SeedEvent => ({
        kind: 'corrected',
        at: new Date(sentAt),
        council,
        month,
        box: { box, value: to },
        reason: { kind: reasonKind, text: reasonText },
      }),
    ),
    ...prefilledEvents(at('prefilled.csv')),
    ...readJson(at('answers.json'), answersFile).map(
      ({ council, month, text, at: when }): SeedEvent => ({
        kind: 'answered',
        at: new Date(when),
        council,
        month,
        text,
      }),
    ),
  ].filter((event) => event.kind !== 'sent' || event.boxes.length > 0);
}

function prefilledEvents(path: string): readonly SeedEvent[] {
  const byCouncil = new Map<string, PrefilledNumber[]>();
  for (const {
    council = '',
    name = '',
    timePeriod = '',
    timeIdentifier = '',
    value = '',
  } of plainRows(path)) {
    byCouncil.set(council, [
      ...(byCouncil.get(council) ?? []),
      { name, timePeriod, timeIdentifier, value },
    ]);
  }
  return [...byCouncil].map(([council, numbers]) => ({
    kind: 'prefilled',
    at: PREFILLED_AT,
    council,
    numbers,
  }));
}

/** Rows of a plain CSV of ours (no quotes in it), by the names of its header. */
export function plainRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

function returnsByMonth(path: string): ReadonlyMap<string, readonly SeedBox[]> {
  const byMonth = new Map<string, SeedBox[]>();
  for (const { council = '', month = '', box = '', value = '' } of plainRows(path)) {
    const key = `${council} ${month}`;
    const boxes = byMonth.get(key);
    if (boxes) boxes.push({ box, value });
    else byMonth.set(key, [{ box, value }]);
  }
  return byMonth;
}
