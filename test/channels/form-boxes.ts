import { readFileSync } from 'node:fs';
import { metrics } from '../../libs/domain/src/intake/context-for-spec.js';

const definition = JSON.parse(
  readFileSync(new URL('../../programmes/send-ap/return.json', import.meta.url), 'utf8'),
) as { readonly themes: readonly { readonly boxes: readonly string[] }[] };
const codes = definition.themes.flatMap(({ boxes }) => boxes);

/** The place of a box on the form, from 1. */
export const numberOnForm = (code: string): number => codes.indexOf(code) + 1;

/** Whether the form of the cases' council asks for a box: those of all councils, and of the one reform that it tests. */
export const isAskedOnForm = (code: string): boolean => {
  const askedOf = metrics.find((metric) => metric.code === code)?.askedOf;
  return codes.includes(code) && (askedOf === 'all' || askedOf === 'three-tier-ap');
};
