import { aRule } from './rule-for-spec.js';
import { alwaysInForce, inForce, ruleAt } from './rules-in-force.js';

const at = (day: string): Date => new Date(`2024-${day}T09:00:00Z`);
const version = (n: number, from: string | null) => ({
  rule: aRule({ version: n }),
  from: from === null ? null : at(from),
});

describe('the versions of a rule in force', () => {
  const versions = inForce([version(1, null), version(2, '03-01'), version(3, '06-01')]);

  it.each([
    ['long before', '01-01', 1],
    ['at the very moment of the second', '03-01', 2],
    ['just before the third', '05-31', 2],
    ['ever after', '12-31', 3],
  ])('%s', (_title, day, expected) => {
    expect(ruleAt(versions, at(day))?.version).toBe(expected);
  });

  it('leaves out a version that was replaced before it began', () => {
    const loaded = inForce([version(1, null), version(2, null), version(3, '06-01')]);
    expect(loaded.map(({ rule }) => rule.version)).toEqual([2, 3]);
  });

  it('has no version before the first, unless that was always in force', () => {
    expect(ruleAt(inForce([version(1, '03-01')]), at('02-01'))).toBeNull();
    expect(ruleAt([alwaysInForce(aRule())], at('02-01'))?.version).toBe(1);
  });

  it('keeps the versions of different rules apart', () => {
    const other = { rule: aRule({ code: 'another', version: 1 }), from: at('04-01') };
    const both = inForce([version(1, null), other]);
    expect(both.map(({ until }) => until)).toEqual([null, null]);
  });
});
