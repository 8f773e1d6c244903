import type { z } from 'zod';
import type { countingFile } from './counting-file.js';
import type { Metric, ReturnDefinition } from '#domain/metrics';
import type {
  boxesFile,
  measuresFile,
  publishedMetricsFile,
  returnFile,
} from './definition-files.js';

type One<T extends z.ZodType> = z.output<T> extends readonly (infer U)[] ? U : never;

const PLAIN = {
  major: 1,
  minor: 0,
  validTo: null,
  balancedBy: [],
  breakdown: null,
  source: null,
  loaded: true,
} as const;

/** A box of the return as a metric: what is stored is the number that was typed. */
export const boxMetric = (box: One<typeof boxesFile>): Metric => ({
  ...PLAIN,
  code: box.code,
  type: 'box',
  validFrom: '2019-01-01',
  title: box.label,
  unit: box.unit,
  decimals: box.decimals,
  basis: box.basis,
  direction: 'none',
  adds: { areas: 'sum', time: box.basis === 'flow' ? 'sum' : 'none' },
  askedOf: box.askedOf,
  theme: box.theme,
  why: '',
  readBy: '',
  numeratorWords: box.label,
  denominatorWords: '',
  traps: box.helpText,
  prePublication: false,
  numerator: null,
  denominator: { kind: 'none' },
});

export const measureMetric = ({
  number: _number,
  ...measure
}: One<typeof measuresFile>): Metric => ({
  ...PLAIN,
  ...measure,
  type: 'measure',
});

export const publishedMetric = ({
  version,
  ...metric
}: One<typeof publishedMetricsFile>): Metric => ({
  ...PLAIN,
  ...metric,
  ...version,
  type: 'published',
  askedOf: 'none',
  prePublication: false,
  numerator: null,
  denominator: { kind: 'none' },
});

export const returnDefinition = (
  file: z.output<typeof returnFile>,
  counting: z.output<typeof countingFile>,
): ReturnDefinition => ({ ...file, counting });
