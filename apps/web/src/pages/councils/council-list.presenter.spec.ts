import { aRegister } from '#testing/web';
import { presentCouncilList } from './council-list.presenter.js';

const list = (over = {}) =>
  presentCouncilList({ register: aRegister(), everyCouncil: false, search: '', ...over });
const names = (model: ReturnType<typeof list>) => model.table.rows.map((row) => row[0]?.text);

describe('presentCouncilList', () => {
  it('shows the programme’s councils, or all of them, A to Z', () => {
    expect(names(list())).toHaveLength(32);
    const all = names(list({ everyCouncil: true }));
    expect(all).toHaveLength(35);
    expect(all).toEqual(all.toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en-GB')));
  });

  it('finds a council by part of its name or by a code, in the programme or not', () => {
    expect(names(list({ search: 'york' }))).toEqual(['York']);
    expect(names(list({ search: '800' }))).toEqual(['Barnet']);
  });

  it('says that nobody answers to a name', () => {
    expect(list({ search: 'zz' }).nobody).toBe('No council is called “zz”.');
  });
});
