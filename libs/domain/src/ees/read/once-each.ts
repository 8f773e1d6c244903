import { periodKey } from '../../periods/index.js';
import { counted, type OddityNotes } from './oddities.js';
import type { EesObservation } from './reading.js';

const keyOf = (o: EesObservation): string =>
  [o.period.start, periodKey(o.period), o.metric, o.area.level, areaKey(o), o.breakdown].join('\t');
const areaKey = ({ area }: EesObservation): string =>
  area.council ? String(area.council.id).padStart(6, '0') : area.code;
const said = (o: EesObservation): string =>
  JSON.stringify([o.value, o.state, o.symbol, o.numerator, o.denominator]);

/**
 * One observation a place, in the order of their keys. Repeated rows that agree are one; of rows that contradict each
 * other none is taken, since nothing says which is right.
 */
export function onceEach(
  observations: readonly EesObservation[],
  notes: OddityNotes,
): readonly EesObservation[] {
  const places = new Map<string, EesObservation[]>();
  for (const observation of observations) {
    const key = keyOf(observation);
    const others = places.get(key);
    if (others) others.push(observation);
    else places.set(key, [observation]);
  }
  const kept: EesObservation[] = [];
  for (const [, at] of [...places].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = at.toSorted((a, b) => a.row - b.row);
    if (!first) continue;
    const agree = at.every((one) => said(one) === said(first));
    if (agree) kept.push(first);
    if (at.length > 1) noteRepeated(first, agree, notes);
  }
  return kept;
}

function noteRepeated(o: EesObservation, agree: boolean, notes: OddityNotes): void {
  notes.add(agree ? 'rows-repeated' : 'rows-contradict', o.metric, {
    place: `${periodKey(o.period)} ${o.area.council?.name ?? o.area.code}`,
    say: (examples, count) =>
      agree
        ? `${o.metric}: rows repeat each other and agree, taken once: ${examples} (${counted(count, 'figure')}).`
        : `${o.metric}: rows contradict each other, none is taken: ${examples} (${counted(count, 'figure')}).`,
  });
}
