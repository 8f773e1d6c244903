import { performance } from 'node:perf_hooks';
import type { Service } from '#composition';
import type { Reader } from '#domain/access';
import type { ReceiveRequest } from '#application/intake';
import type { ScopedTransactions } from '#persistence';

export type Bench = {
  readonly service: Service;
  readonly transactions: ScopedTransactions;
  readonly app: ScopedTransactions;
};

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** How long a piece of work takes. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export const importer: Reader = {
  actor: 'bench',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};
export const analyst: Reader = { ...importer, roles: ['dfe-analyst'] };

/** A CSV file as anybody would send it. */
export const fileOf = (
  text: string,
): Omit<ReceiveRequest, 'reader' | 'source' | 'publishedOn'> => ({
  channel: 'file',
  operation: 'bench',
  expectedPeriod: null,
  council: null,
  idempotencyKey: null,
  mode: 'partial',
  dryRun: false,
  comment: null,
  body: { kind: 'file', bytes: Buffer.from(text), fileName: null, announcedLength: null },
});
