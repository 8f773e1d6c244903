import { aReader, councilNamed, fakeReturns } from '#testing/web';
import { aMonth } from '#testing/web';
import { tableOfTyped } from './typed-return.js';

const returns = fakeReturns();
const rutland = councilNamed('Rutland');
returns.hold(rutland, 'n_plans', '12');

async function formOf() {
  const reader = aReader('rutland-officer');
  const question = { councilId: rutland.id, period: aMonth('2024-12') };
  const form = await returns.readReturnForm.run(reader, question);
  if (!form) throw new Error('no form');
  return form;
}
const reason = { 'reason-kind': 'LATE_RECORD', 'reason-text': 'Two plans were keyed late.' };

describe('tableOfTyped', () => {
  it('sends what was typed with the box’s number as its row, and leaves empty boxes out', async () => {
    const { columns, rows } = tableOfTyped(await formOf(), {
      'box-n_requests': ' 6 ',
      'note-n_requests': 'A new team.',
      'box-n_decisions': '',
    });
    expect(columns.slice(0, 4)).toEqual(['measure', 'period', 'value', 'state']);
    expect(rows).toEqual([
      { row: 1, cells: ['n_requests', '2024-12', '6', '', 'A new team.', '', ''] },
    ]);
  });

  it('sends a number that is none as it was typed, for the rules to answer', async () => {
    const { rows } = tableOfTyped(await formOf(), { 'box-n_requests': '<5' });
    expect(rows[0]?.cells[2]).toBe('<5');
  });

  it('sends a state where there is no number, with its reason', async () => {
    const { rows } = tableOfTyped(await formOf(), {
      'box-n_requests': '',
      'state-n_requests': 'missing',
      'note-n_requests': 'No extract before 18 January',
    });
    expect(rows[0]?.cells.slice(2, 5)).toEqual(['', 'missing', 'No extract before 18 January']);
  });

  it('gives the reason of a revision to figures that change, and to no others', async () => {
    const fields = { 'box-n_requests': '6', ...reason };
    const changed = tableOfTyped(await formOf(), { ...fields, 'box-n_plans': '14' });
    expect(changed.rows.map(({ cells }) => cells[5])).toEqual(['', 'LATE_RECORD']);
    const same = tableOfTyped(await formOf(), { ...fields, 'box-n_plans': '12' });
    expect(same.rows.map(({ cells }) => cells[5])).toEqual(['', '']);
  });
});
