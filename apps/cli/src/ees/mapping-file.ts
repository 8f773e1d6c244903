import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EesMapping } from '#domain/ees';
import { readJson } from '../seed/read-json.js';

const column = z.string().min(1);
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

const indicator = z
  .strictObject({
    metric: z.string(),
    value: column.optional(),
    numerator: z.array(column).min(1).optional(),
    denominator: z.array(column).min(1).optional(),
    scale: decimal.optional(),
    rate: z.strictObject({ times: z.number(), decimals: z.number() }).optional(),
  })
  .refine(({ value, numerator, denominator }) => value ?? (numerator && denominator), {
    message: 'an indicator has a value column, or a numerator and a denominator',
  });

/** A mapping as it stands under `ees/mappings`; columns that say where a row is have EES's names where none is given. */
const mappingFile: z.ZodType<EesMapping> = z.strictObject({
  series: z.string(),
  title: z.string(),
  recognise: z.array(column).min(1),
  recogniseTimeIdentifier: z.string().optional(),
  timeIdentifier: z.string().optional(),
  periods: z.record(z.string(), z.string()).optional(),
  hold: z.record(column, z.string()),
  keep: z.strictObject({ column, breakdowns: z.record(z.string(), z.string()) }).optional(),
  areas: z
    .strictObject({
      level: column.default('geographic_level'),
      countryCode: column.default('country_code'),
      regionCode: column.default('region_code'),
      regionName: column.default('region_name'),
      councilCode: column.default('new_la_code'),
      oldCouncilCode: column.default('old_la_code'),
      councilName: column.default('la_name'),
    })
    .prefault({}),
  indicators: z.array(indicator).min(1),
  addsUp: z.array(column).default([]),
  parts: z.strictObject({ filter: column, group: column }).optional(),
  misspelt: z.record(column, column).optional(),
});

/** Every mapping of a programme. A fault of a file names it and the place. */
export const readMappings = (programmeFolder: string): readonly EesMapping[] => {
  const folder = join(programmeFolder, 'ees', 'mappings');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => readJson(join(folder, name), mappingFile));
};
