import { z } from 'zod';
import type { CountingCondition } from '#domain/metrics';

/** The shape of `counting.json`: the lists that councils keep, and which boxes of the return each feeds. */
const condition: z.ZodType<CountingCondition> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('in-month'), date: z.string(), monthsBefore: z.number().optional() }),
  z.object({ kind: z.literal('in-year'), date: z.string(), from: z.number().min(1).max(12) }),
  z.object({ kind: z.literal('by'), date: z.string(), at: z.string() }),
  z.object({
    kind: z.literal('days'),
    from: z.string(),
    to: z.string(),
    over: z.number().optional(),
    atMost: z.number().optional(),
  }),
  z.object({ kind: z.literal('older'), date: z.string(), months: z.number() }),
  z.object({ kind: z.literal('is'), column: z.string(), value: z.string() }),
  z.object({ kind: z.literal('not'), of: z.lazy(() => z.array(condition)) }),
]);

const asked = {
  code: z.string(),
  label: z.string(),
  names: z.array(z.string()),
  required: z.boolean().optional(),
  requiredWith: z.string().optional(),
  optional: z.boolean().optional(),
  notBefore: z.string().optional(),
  notAfter: z.literal('month-end').optional(),
};

export const countingFile = z.array(
  z.object({
    code: z.string(),
    title: z.string(),
    rows: z.string(),
    columns: z.array(
      z.discriminatedUnion('kind', [
        z.object({ ...asked, kind: z.literal('date') }),
        z.object({
          ...asked,
          kind: z.literal('choice'),
          values: z.record(z.string(), z.array(z.string())),
          empty: z.string().optional(),
        }),
      ]),
    ),
    boxes: z.array(z.object({ box: z.string(), counts: z.array(condition) })),
  }),
);
