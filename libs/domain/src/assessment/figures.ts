import type { JudgedPoint } from './judged-point.js';
import type { AssessedInput } from './assessment-types.js';

/** A point that has a number. */
export type Figure = JudgedPoint & { readonly number: number };

/** The number of a point; null where it has none, or one that is not shown. */
export const numberOf = ({ state, value }: JudgedPoint): number | null =>
  state === 'value' && value !== null ? Number(value) : null;

/** The points of a series that have a number, in its order. */
export const figuresOf = ({ points }: Pick<AssessedInput, 'points'>): readonly Figure[] =>
  points.flatMap((point): Figure | [] => {
    const number = numberOf(point);
    return number === null ? [] : { ...point, number };
  });
