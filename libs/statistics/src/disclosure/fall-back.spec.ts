import { fallBack } from './fall-back.js';
import type { ProtectionPlan } from './protection-plan.js';
import { readTable } from './read-table.js';
import { tableOf } from './tables-for-spec.js';
import { isRefusal } from './types.js';

const { cells, equations } = tableOf([[3], [15], [25], [35]], { P1: [0, 1], P2: [2, 3] });

function withheld(step: 'council' | 'partnership' | 'totals', unsafe: readonly string[]) {
  const table = readTable(cells, equations);
  if (isRefusal(table)) throw new Error(table.error);
  const plan: ProtectionPlan = {
    ...{ table, primary: new Set<number>(), largest: 5, always: new Set<number>() },
    never: new Set([table.places.get('C02|K1|n') ?? -1]),
    attackers: [null],
  };
  return [...fallBack(plan, new Set(), unsafe, step)].map((place) => cells[place]?.id);
}

describe('the ladder of withholding', () => {
  it('withholds the breakdown of the council first', () => {
    expect(withheld('council', ['C01|K1|n'])).toEqual(['C01|K1|n']);
  });

  it('withholds that of every council of an unsafe area', () => {
    expect(withheld('council', ['P2|K1|n'])).toEqual(['C03|K1|n', 'C04|K1|n']);
  });

  it('then withholds that of its partnership, but for what must be published', () => {
    expect(withheld('partnership', ['C01|K1|n'])).toEqual(['C01|K1|n', 'P1|K1|n']);
  });

  it('and at last leaves totals only', () => {
    expect(withheld('totals', ['C01|K1|n'])).toEqual([
      ...['C01|K1|n', 'C03|K1|n', 'C04|K1|n', 'P1|K1|n', 'P2|K1|n', 'ENG|K1|n'],
    ]);
  });
});
