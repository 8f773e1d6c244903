import { load } from 'cheerio';
import { shown, USUAL } from './shown-for-spec.js';
import { presentYearBefore } from './year-before.presenter.js';

const view = (values: readonly (number | null)[]) => presentYearBefore(shown(values), null);

describe('a measure against the same month a year before', () => {
  const two = [...USUAL, ...USUAL];

  it('says by how many points the newest month differs, draws it, and has it in a table', () => {
    const found = view([...two.slice(0, 29), 60]);
    expect(found?.title).toContain('In June 2025 it was');
    expect(found?.title).toMatch(/\d+\.\d points (higher|lower) than in June 2024\./);
    const $ = load(found?.svg ?? '');
    expect($('title').text()).toBe(
      'Rutland: Plans in time, difference from the same month a year before',
    );
    expect($.root().text()).toContain('Percentage points');
    expect(found?.sentence).toContain('Of the differences: ');
    expect(found?.table.rows).toHaveLength(18);
    expect(found?.table.rows[0]?.[0]?.text).toBe('June 2025');
    expect(found?.table.rows[0]?.[1]?.text).toMatch(/^\+\d+\.\d$/);
  });

  it('is not there until thirteen months have a partner', () => {
    expect(view(two.slice(0, 24))).toBeNull();
    expect(view(two.slice(0, 25))).not.toBeNull();
  });

  it('says where one of the two months is missing', () => {
    const values: (number | null)[] = [...two];
    values[20] = null;
    const rows = view(values)?.table.rows ?? [];
    const missing = rows.filter((row) => row[1]?.text === 'One of the two is missing');
    expect(missing.map((row) => row[0]?.text)).toEqual(['September 2024']);
  });
});
