import { combinations } from './checks/combinations.js';
import { ethnicity } from './checks/ethnicity.js';
import { fileValidation } from './checks/file-validation.js';
import { filterGroups } from './checks/filter-groups.js';
import { geographyColumns } from './checks/geography-columns.js';
import { lowerGeographies } from './checks/lower-geographies.js';
import { metadata } from './checks/metadata.js';
import { names } from './checks/names.js';
import { preCheck1 } from './checks/pre-check-1.js';
import { preCheck2 } from './checks/pre-check-2.js';
import { rows } from './checks/rows.js';
import { values } from './checks/values.js';
import type { Check } from './screen.js';

const mainTests = {
  ...names,
  ...rows,
  ...values,
  ...geographyColumns,
  ...combinations,
  ...lowerGeographies,
  ...metadata,
  ...filterGroups,
  ...ethnicity,
};

export type CheckName =
  | keyof typeof fileValidation
  | keyof typeof preCheck1
  | keyof typeof preCheck2
  | keyof typeof mainTests;

export type Stage = 'file validation' | 'pre-check 1' | 'pre-check 2' | 'main tests';

const named = (checks: Readonly<Partial<Record<CheckName, Check>>>) =>
  Object.entries(checks) as readonly (readonly [CheckName, Check])[];

/** Every check by its stage: a later stage takes for granted what the earlier ones have found right. */
export const STAGES: readonly {
  readonly stage: Stage;
  readonly checks: readonly (readonly [CheckName, Check])[];
}[] = [
  { stage: 'file validation', checks: named(fileValidation) },
  { stage: 'pre-check 1', checks: named(preCheck1) },
  { stage: 'pre-check 2', checks: named(preCheck2) },
  { stage: 'main tests', checks: named(mainTests) },
];
