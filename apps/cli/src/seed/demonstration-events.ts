import { join } from 'node:path';
import type { z } from 'zod';
import type { SentObservation } from '#domain/intake';
import { londonInstant } from '#domain/periods';
import { deliveryEvents } from './delivery-events.js';
import { plainRows } from './plain-rows.js';
import {
  answersFile,
  correctionsFile,
  explanationsFile,
  permissionsFile,
  personasFile,
} from './programme-files.js';
import { readJson } from './read-json.js';
import type { SeedEvent } from './timeline.js';

type Row = Readonly<Record<string, string>>;
type Answers = z.output<typeof answersFile>;
/** A delivery without the words on its warnings, which come from a file of their own. */
type Sent = Omit<Extract<SeedEvent, { kind: 'sent' }>, 'wordsOn'>;
type Event = Sent | Exclude<SeedEvent, { kind: 'sent' }>;

const BACKFILL = 'backfill';
/** Numbers that nobody types are there when the day's work begins. */
const FILLED_IN_AT = '08:30';

/** What the councils of the demonstration sent, approved, corrected, answered, planned and said. */
export function demonstrationEvents(folder: string): readonly SeedEvent[] {
  const at = (name: string): string => join(folder, 'demonstration', name);
  const answers = readJson(at('answers.json'), answersFile);
  const explanations = readJson(at('explanations.json'), explanationsFile);
  const events: readonly Event[] = [
    ...prefilledEvents(plainRows(at('prefilled.csv'))),
    ...sendingEvents(plainRows(at('sending.csv')), {
      returns: grouped(plainRows(at('returns.csv')), (row) => `${row['council']} ${row['month']}`),
      backfill: grouped(plainRows(at('backfill.csv')), (row) => row['council'] ?? ''),
      answers,
    }),
    ...correctionEvents(readJson(at('corrections.json'), correctionsFile)),
    ...readJson(at('permissions.json'), permissionsFile).flatMap(permissionEvents),
    ...answers.flatMap((answer): Event[] =>
      answer.kind === 'not-available'
        ? [{ ...answer, kind: 'answered', at: new Date(answer.at) }]
        : [],
    ),
  ];
  const inWords = events.map((event) =>
    event.kind === 'sent'
      ? { ...event, wordsOn: (code: string) => wordsOn(explanations, event.council, code) }
      : event,
  );
  const looks = readJson(at('personas.json'), personasFile).flatMap(
    ({ title: actor, roles, lookedAt }): SeedEvent[] =>
      lookedAt ? [{ kind: 'looked', at: new Date(lookedAt), actor, roles }] : [],
  );
  return [...inWords, ...deliveryEvents(folder), ...looks];
}

const wordsOn = (
  explanations: z.output<typeof explanationsFile>,
  council: string,
  code: string,
): string =>
  explanations.find(
    (one) =>
      (one.council === null || one.council === council) && (one.code === null || one.code === code),
  )?.text ?? '';

function sendingEvents(
  sendings: readonly Row[],
  of: {
    returns: ReadonlyMap<string, readonly Row[]>;
    backfill: ReadonlyMap<string, readonly Row[]>;
    answers: Answers;
  },
): readonly Event[] {
  return sendings.flatMap(({ council = '', what = '', sentAt = '', approvedAt = '' }) => {
    const filled = what === BACKFILL;
    const rows = (filled ? of.backfill.get(council) : of.returns.get(`${council} ${what}`)) ?? [];
    return [
      {
        kind: 'sent' as const,
        at: new Date(sentAt),
        council,
        what,
        key: `sent ${council} ${what}`,
        source: filled ? ('backfill' as const) : ('return' as const),
        observations: rows.flatMap((row) => cellsOf(row, of.answers)),
      },
      ...(approvedAt ? [approval({ at: new Date(approvedAt), council, what })] : []),
    ];
  });
}

/** The boxes of one month; where a figure cannot be produced, why. */
function cellsOf(
  { council = '', month = '', ...boxes }: Row,
  answers: Answers,
): readonly SentObservation[] {
  return Object.entries(boxes)
    .filter(([, value]) => value !== '')
    .map(([metric, value]) => ({
      metric,
      period: { month },
      value,
      comment: /^\d+$/.test(value) ? undefined : whyNot(answers, council, month),
    }));
}

const whyNot = (answers: Answers, council: string, month: string): string | undefined =>
  answers.find(
    (answer) =>
      answer.kind === 'cannot-be-produced' &&
      answer.council === council &&
      answer.from <= month &&
      month <= answer.to,
  )?.text;

/** What is sent again at one moment is one delivery: its figures may have to hold together. */
function correctionEvents(corrections: z.output<typeof correctionsFile>): readonly Event[] {
  const deliveries = grouped(corrections, (one) => `${one.council} ${one.month} ${one.sentAt}`);
  return [...deliveries].flatMap(([key, boxes]) => {
    const [first] = boxes;
    if (!first) return [];
    const { council, month, sentAt, approvedAt } = first;
    return [
      {
        kind: 'sent' as const,
        at: new Date(sentAt),
        council,
        what: month,
        key: `corrected ${key}`,
        source: 'return' as const,
        observations: boxes.map(({ box, to, reasonKind, reasonText }) => ({
          metric: box,
          period: { month },
          value: to,
          reason: { kind: reasonKind, text: reasonText },
        })),
      },
      approval({ at: new Date(approvedAt), council, what: month }),
    ];
  });
}

function prefilledEvents(rows: readonly Row[]): readonly Event[] {
  const deliveries = grouped(rows, (row) => `${row['council']} ${row['filledOn']}`);
  return [...deliveries].flatMap(([key, numbers]) => {
    const [council = '', filledOn = ''] = key.split(' ');
    const at = londonInstant(filledOn, FILLED_IN_AT);
    const what = `prefilled ${filledOn}`;
    return [
      {
        kind: 'sent' as const,
        at,
        council,
        what,
        key: `prefilled ${key}`,
        source: 'backfill' as const,
        observations: numbers.map(
          ({ name = '', timePeriod = '', timeIdentifier = '', value = '' }) => ({
            metric: name,
            period: { timePeriod, timeIdentifier },
            value,
          }),
        ),
      },
      approval({ at, council, what }),
    ];
  });
}

/** What a council asked for and what it was told, each at its moment. */
function permissionEvents(one: z.output<typeof permissionsFile>[number]): readonly Event[] {
  const { council, month, kind: permission } = one;
  const of = { council, month, permission };
  return [
    { ...of, kind: 'asked', at: new Date(one.askedAt), until: one.until, reason: one.reason },
    {
      ...of,
      kind: 'permitted',
      at: new Date(one.answeredAt),
      until: one.granted,
      text: one.answer,
    },
  ];
}

const approval = (of: { at: Date; council: string; what: string }): Event => ({
  kind: 'approved',
  ...of,
});

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
