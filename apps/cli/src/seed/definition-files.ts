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

const condition = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('published-floor'),
    floor: z.number(),
    clearAt: z.number(),
    confidence: z.number(),
    minimumDenominator: z.number(),
  }),
  z.object({ kind: z.literal('return-missing'), graceWorkingDays: z.number(), at: z.string() }),
  z.object({
    kind: z.literal('plan-band'),
    untilBaseline: z.array(z.string()),
    minimumCases: z.number(),
    confidence: z.number(),
  }),
  z.object({ kind: z.literal('off-trajectory'), minimumCases: z.number() }),
  z.object({
    kind: z.literal('getting-worse'),
    minimumCases: z.number(),
    byMonthlyChange: z.record(z.string(), z.number()),
    leftOut: z.record(z.string(), z.array(z.string())),
    quietMonths: z.number(),
  }),
  z.object({
    kind: z.literal('target-unlikely'),
    below: z.number(),
    clearAt: z.number(),
    fromMonth: z.number(),
    minimumCases: z.number(),
  }),
  z.object({
    kind: z.literal('backlog-building'),
    outflow: z.string(),
    months: z.number(),
    times: z.number(),
    clearTimes: z.number(),
    running: z.number(),
    minimumWaiting: z.number(),
  }),
  z.object({
    kind: z.literal('gain-with-side-effect'),
    gain: z.number(),
    sideEffect: z.number(),
    z: z.number(),
    within: z.number(),
    clearAfter: z.number(),
    minimumCases: z.number(),
  }),
  z.object({
    kind: z.literal('unlike-the-others'),
    minimumCases: z.number(),
    partOf: z.record(z.string(), z.string()),
  }),
]);

export const alertRulesFile = z.array(
  z.object({
    code: z.string(),
    version: z.number(),
    title: z.string(),
    sentence: z.string(),
    enabled: z.boolean(),
    condition,
    metrics: z.array(z.string()),
    forPeriods: z.number(),
    keepFiringFor: z.number(),
    severity: z.enum(['act', 'look']),
    recipients: z.array(
      z.object({
        audience: z.enum(['council', 'partnership', 'dfe']),
        afterWorkingDays: z.number(),
      }),
    ),
    scope: z.object({
      councils: z.array(z.string()),
      partnerships: z.array(z.string()),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
    mute: z.enum(['never', 'school-holidays']),
    repeatAfter: z.number().nullable(),
    escalation: z.array(
      z.object({
        audience: z.enum(['partnership', 'dfe', 'board']),
        afterWorkingDays: z.number(),
        unless: z.enum(['acknowledged', 'planned']),
      }),
    ),
    schedule: z.string().nullable(),
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
