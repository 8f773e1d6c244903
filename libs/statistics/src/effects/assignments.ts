import { at } from './numbers.js';
import type { Random } from './draws.js';

/** How many distinct ways there are to give these labels to the same places; Infinity past `most`. */
export function countAssignments(labels: Int32Array, most: number): number {
  let ways = 1;
  let placed = 0;
  for (const size of countLabels(labels)) {
    // Adds this label's places one by one: the product stays a whole number at each step.
    for (let one = 1; one <= size; one += 1) {
      placed += 1;
      ways = (ways * placed) / one;
    }
    if (ways > most) return Infinity;
  }
  return ways;
}

/** Calls `visit` with each distinct assignment of the labels, in one array that changes between calls. */
export function eachAssignment(labels: Int32Array, visit: (given: Int32Array) => void): void {
  const left = countLabels(labels);
  const given = new Int32Array(labels.length);
  const place = (index: number): void => {
    if (index === given.length) {
      visit(given);
      return;
    }
    left.forEach((count, label) => {
      if (count === 0) return;
      left[label] = count - 1;
      given[index] = label;
      place(index + 1);
      left[label] = count;
    });
  };
  place(0);
}

/** Puts the labels into a random order, in place. Source: Fisher and Yates, as Durstenfeld (1964). */
export function shuffle(labels: Int32Array, random: Random): void {
  for (let last = labels.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = at(labels, last);
    labels[last] = at(labels, other);
    labels[other] = kept;
  }
}

function countLabels(labels: Int32Array): number[] {
  const counts: number[] = [];
  for (const label of labels) {
    while (counts.length <= label) counts.push(0);
    counts[label] = at(counts, label) + 1;
  }
  return counts;
}
