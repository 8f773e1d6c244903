import { coversCouncil, withinScope } from './rule-scope.js';
import { verdictsOf } from './verdicts-for-spec.js';

const EVERYTHING = { councils: [], partnerships: [], from: null, to: null };
const rutland = { key: 'rutland', partnerships: ['east-midlands'] };

describe('the scope of a rule', () => {
  it.each([
    ['nobody named is everybody', {}, true],
    ['a council named', { councils: ['rutland'] }, true],
    ['another council named', { councils: ['leeds'] }, false],
    ['its partnership named', { partnerships: ['east-midlands'] }, true],
    [
      'another council, of its partnership',
      { councils: ['leeds'], partnerships: ['east-midlands'] },
      false,
    ],
    ['another partnership named', { partnerships: ['london'] }, false],
  ])('%s', (_title, narrowed, expected) => {
    expect(coversCouncil({ ...EVERYTHING, ...narrowed }, rutland)).toBe(expected);
  });

  it('judges periods from its first day on, and before its last', () => {
    const verdicts = verdictsOf('bbbb');
    const [, second, , fourth] = verdicts;
    const scope = {
      ...EVERYTHING,
      from: second?.period.start ?? '',
      to: fourth?.period.start ?? '',
    };
    expect(withinScope(scope, verdicts).map(({ kind }) => kind)).toEqual([
      'not-judged',
      'breach',
      'breach',
      'not-judged',
    ]);
  });
});
