import { join } from 'node:path';
import { heavyTasks } from '#composition';
import { SameThreadHeavyNumbers } from '#testing/heavy-numbers';
import { readOracleFile } from './read-oracle-file.js';
import { runCases } from './run-cases.js';

const numbers = new SameThreadHeavyNumbers(heavyTasks);
const file = (name: string) => join(process.cwd(), 'test', 'oracles', name);
/** Each file whose kinds all have an entry point, and how many cases it has to have. */
const recorded: readonly (readonly [name: string, count: number])[] = [
  ['spc.json', 201],
  ['offtrack.json', 36],
  ['effect.json', 31],
  ['sdc.json', 64],
];

for (const [name, count] of recorded)
  it(`finds every recorded case of ${name} as recorded, all ${count}`, async () => {
    const cases = readOracleFile(file(name));
    const results = typeof cases === 'string' ? [] : await runCases(cases, numbers);
    expect(results.filter(({ difference }) => difference !== null)).toEqual([]);
    expect(results).toHaveLength(count);
  });

describe('runCases', () => {
  it('fails a case of an unknown kind, one without an expectation, and one that is no case', async () => {
    const cases = [{ id: 'a', kind: 'tarot', expected: {} }, { kind: 'xmr' }, 7];
    const results = await runCases(cases, numbers);
    expect(results.map(({ id, difference }) => [id, difference?.path])).toEqual([
      ['a', 'kind'],
      ['case 2', 'expected'],
      ['case 3', 'expected'],
    ]);
  });
});

describe('readOracleFile', () => {
  it('refuses what has no cases with a sentence', () => {
    expect(readOracleFile(file('arl-baseline.json'))).toContain('holds no cases');
    expect(readOracleFile(file('README.md'))).toContain('is not JSON');
    expect(readOracleFile(file('none.json'))).toContain('There is no file');
  });
});
