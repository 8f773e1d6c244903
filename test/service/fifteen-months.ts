import { workerScope } from '#domain/access';
import { observationsOf, requestBy, rows, type Boxes } from './send.js';
import type { TestService } from './test-service.js';

export const COUNCILS = ['barnet', 'leeds', 'bradford', 'portsmouth'];
export const MONTHS = Array.from({ length: 15 }, (_none, at) =>
  at < 12 ? `2023-${String(at + 1).padStart(2, '0')}` : `2024-${String(at - 11).padStart(2, '0')}`,
);

const boxes = (n: number): Boxes => ({
  n_requests: String(30 + ((n * 7) % 11)),
  n_plans: String(40 + (n % 5)),
  n_exceptions: '2',
  n_plans_20wk: String(18 + ((n * 5) % 9)),
});

/** Boxes of one month of one council, with the reason where they replace others. Answers the submission. */
export async function sendFor(
  at: TestService,
  council: string,
  of: { readonly month: string; readonly sent: Boxes; readonly reason?: string },
): Promise<string> {
  const reader = await at.reader('council-submitter', council);
  const reason = of.reason ? { reason: { kind: 'ERROR', text: of.reason } } : {};
  const answer = await at.service.receiveSubmission.run(
    requestBy(reader, { body: rows(observationsOf(of.sent, of.month, reason)) }),
  );
  if (answer.kind !== 'received' || answer.submission.acceptedCount === 0)
    throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.submission.id;
}

/** Some boxes of four councils for fifteen months, each sent early in the next; ends on 5 April 2024. */
export async function sendFifteenMonths(at: TestService): Promise<void> {
  for (const [index, month] of MONTHS.entries()) {
    const after = MONTHS[index + 1] ?? '2024-04';
    at.clock.set(new Date(`${after}-05T10:00:00Z`));
    for (const [place, council] of COUNCILS.entries())
      await sendFor(at, council, { month, sent: boxes(index + place) });
  }
}

export async function councilIdOf(at: TestService, key: string): Promise<number> {
  const { register } = await at.service.programme.current();
  return register.councils.find((council) => council.key === key)?.id ?? NaN;
}

type Row = { metric: string; kind: string; subject: string; xmin: string };

/** Every assessment by name, with the mark that a row gets when it is written. */
export async function writtenRows(at: TestService): Promise<ReadonlyMap<string, string>> {
  const found = await at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<Row>('select metric, kind, subject, xmin::text as xmin from assessment'),
  );
  return new Map(
    found.map(({ metric, kind, subject, xmin }) => [`${metric} ${kind} ${subject}`, xmin]),
  );
}

/** The names of the rows that were written, came or went between two looks. */
export const changedBetween = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
