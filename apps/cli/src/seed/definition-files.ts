import { z } from 'zod';

/** The shapes of the definitions in a programme's folder: boxes, measures, published metrics, the return, the rules. */
const boxSum = z.object({ plus: z.array(z.string()), minus: z.array(z.string()) });
const basis = z.enum(['flow', 'stock', 'cumulative-academic', 'cumulative-financial']);
const adds = z.enum(['sum', 'ratio', 'none']);

export const boxesFile = z.array(
  z.object({
    code: z.string(),
    label: z.string(),
    theme: z.string(),
    unit: z.enum(['count', 'pounds']),
    decimals: z.number(),
    askedOf: z.string(),
    basis,
    helpText: z.string(),
  }),
);

const described = {
  code: z.string(),
  title: z.string(),
  unit: z.enum(['count', 'percent', 'per100', 'pounds', 'score', 'category']),
  decimals: z.number(),
  basis,
  direction: z.enum(['up', 'down', 'none']),
  balancedBy: z.array(z.object({ metric: z.string(), adverse: z.enum(['up', 'down']) })),
  why: z.string(),
  readBy: z.string(),
  traps: z.string(),
  adds: z.object({ areas: adds, time: adds }),
  numeratorWords: z.string(),
  denominatorWords: z.string(),
  validFrom: z.string(),
};

export const measuresFile = z.array(
  z.object({
    ...described,
    number: z.number(),
    theme: z.string(),
    askedOf: z.string(),
    prePublication: z.boolean(),
    numerator: boxSum.nullable(),
    denominator: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('sum'), sum: boxSum }),
      z.object({ kind: z.literal('lagged'), box: z.string(), lagMonths: z.number() }),
      z.object({ kind: z.literal('prefilled'), name: z.string() }),
    ]),
    breakdown: z
      .object({
        dimension: z.string(),
        parts: z.array(z.object({ code: z.string(), label: z.string(), box: z.string() })),
      })
      .nullable(),
  }),
);
export const publishedMetricsFile = z.array(
  z.object({
    ...described,
    theme: z.string(),
    source: z.string(),
    loaded: z.boolean(),
    version: z.object({ major: z.number(), minor: z.number() }),
    validTo: z.string().nullable(),
  }),
);

export const returnFile = z.object({
  code: z.string(),
  themes: z.array(z.object({ title: z.string(), boxes: z.array(z.string()) })),
  due: z.object({ workingDays: z.number(), at: z.string() }),
  approvalWorkingDays: z.number(),
  revisionMonths: z.number(),
  pairs: z.array(z.object({ part: z.string(), whole: z.string() })),
});

export const validationRulesFile = z.array(
  z.object({
    code: z.string(),
    version: z.number(),
    severity: z.enum(['block', 'warn', 'note']),
    scope: z.enum(['file', 'row', 'value']),
    message: z.string(),
    fix: z.string(),
    params: z.record(z.string(), z.unknown()),
  }),
);

export const inhibitionsFile = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('beneath'),
      source: z.string(),
      target: z.string(),
      why: z.string(),
    }),
    z.object({ kind: z.literal('no-data'), source: z.string(), why: z.string() }),
    z.object({
      kind: z.literal('expected'),
      targets: z.array(z.string()),
      metric: z.string(),
      outflow: z.string(),
      stock: z.string(),
      months: z.number(),
      why: z.string(),
    }),
  ]),
);
