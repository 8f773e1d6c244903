import { faultsOfPack, type PackTerms } from './new-pack.js';

const terms: PackTerms = {
  title: 'Panels after a year',
  question: 'Should panels go on in every council?',
  note: '',
  measures: ['m1'],
  councils: 'all',
};
const measures = new Set(Array.from({ length: 13 }, (_none, n) => `m${n}`));
const known = { measures, councils: new Set(['barnet', 'leeds']), rules: [] };

describe('the terms of a new pack', () => {
  it.each([
    [{}, []],
    [{ councils: ['leeds'] }, []],
    [{ measures: [...measures].slice(0, 12) }, []],
    [{ measures: [...measures] }, ['measures']],
    [{ measures: [] }, ['measures']],
    [{ measures: ['m1', 'm1'] }, ['measures']],
    [{ measures: ['banana'] }, ['measures']],
    [{ councils: [] }, ['councils']],
    [{ councils: ['barnet', 'york'] }, ['councils']],
    [{ title: ' ab ' }, ['title']],
    [{ title: 'a'.repeat(121) }, ['title']],
    [{ question: 'Why?' }, ['question']],
    [{ note: 'a'.repeat(1_001) }, ['note']],
    [{ title: '', question: '', measures: [] }, ['title', 'question', 'measures']],
  ])('with %j have the faults %j', (over, fields) => {
    expect(faultsOfPack({ ...terms, ...over }, known).map(({ field }) => field)).toEqual(fields);
  });
});
