import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EesReference } from '#domain/ees';
import { readJson } from '../seed/read-json.js';

const pair = z.tuple([z.string(), z.string()]);
const texts = z.array(z.string());

const levelsFile = z.array(
  z.strictObject({
    level: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    secondCode: z.string().nullable(),
    alsoFilledFor: texts.nullable(),
    codeForm: z.string().nullable(),
  }),
);
const dictionaryFile = z.strictObject({
  filters: texts,
  indicators: texts,
  items: z.record(z.string(), texts),
});
const standardsFile = z.strictObject({
  countries: z.array(pair),
  regions: z.array(pair),
  anywhere: z.array(pair),
  timeIdentifiers: z.strictObject({ four: z.array(texts), six: z.array(texts) }),
  indicatorUnits: texts,
  placeWords: z.strictObject({ begin: texts, end: texts, whole: texts }),
  standardHeaders: z.array(z.strictObject({ contains: z.string(), names: texts })),
  characteristicWords: texts,
  ethnicityHeadings: texts,
  ethnicities: z.array(pair),
});

/** The lists that data files are screened against, from a programme's folder. */
export function readReference(programmeFolder: string): EesReference {
  const at = (name: string): string => join(programmeFolder, 'ees', name);
  return {
    ...readJson(at('standards.json'), standardsFile),
    levels: readJson(at('geographic-levels.json'), levelsFile),
    dictionary: readJson(at('dictionary.json'), dictionaryFile),
    councils: councilRows(readFileSync(at('la-combinations.csv'), 'utf8')),
  };
}

/** Names have commas and are then quoted: the name is whatever follows the two codes. */
const councilRows = (text: string): EesReference['councils'] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [old = '', code = '', ...name] = line.split(',');
      return [old, code, name.join(',').replace(/^"|"$/g, '')] as const;
    });
