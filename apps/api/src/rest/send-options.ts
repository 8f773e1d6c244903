import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .transform((text) => text === 'true' || text === '1' || text === '');

/** All or nothing, or what is good: in either case of letters. */
export const mode = z
  .enum(['partial', 'atomic', 'PARTIAL', 'ATOMIC'])
  .transform((text) =>
    text.toLowerCase() === 'atomic' ? ('atomic' as const) : ('partial' as const),
  );

export const idempotencyKey = z.string().min(1).max(200);

/** How to take a delivery, as the address says it: `?dryRun=true&mode=atomic&council=E06000017`. */
export const addressOptions = z.object({
  dryRun: flag.optional(),
  mode: mode.optional(),
  monthSoFar: flag.optional(),
  council: z.string().max(100).optional(),
});

/** The same as fields of a form, beside its file. */
export const formOptions = addressOptions.extend({
  comment: z.string().max(10_000).optional(),
  idempotencyKey: idempotencyKey.optional(),
});
