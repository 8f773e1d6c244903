import type { Reader } from '#domain/access';
import { observationsToTable, type SentObservation } from '#domain/intake';
import type { ReceiveRequest } from '#application/intake';

export type Boxes = Readonly<Record<string, string>>;

/** Boxes of one month as an API call would send them. */
export const observationsOf = (
  boxes: Boxes,
  month = '2024-12',
  more: Partial<SentObservation> = {},
): SentObservation[] =>
  Object.entries(boxes).map(([metric, value]) => ({ metric, value, period: { month }, ...more }));

/** A request with what a spec does not care about filled in. */
export const requestBy = (reader: Reader, more: Partial<ReceiveRequest>): ReceiveRequest => ({
  reader,
  channel: 'api',
  operation: 'spec',
  source: 'return',
  body: { kind: 'rows', table: observationsToTable([]) },
  council: null,
  idempotencyKey: null,
  mode: 'partial',
  dryRun: false,
  comment: null,
  publishedOn: null,
  expectedPeriod: null,
  ...more,
});

export const rows = (observations: readonly SentObservation[]): ReceiveRequest['body'] => ({
  kind: 'rows',
  table: observationsToTable(observations),
});

export const csv = (text: string, fileName = 'return.csv'): ReceiveRequest['body'] => ({
  kind: 'file',
  bytes: Buffer.from(text),
  fileName,
  announcedLength: null,
});
