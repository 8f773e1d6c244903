import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

describe('the metric page', () => {
  it('says what its figures are beside the pictures, which cannot be taken away', async () => {
    const { $ } = await department.get('/metrics/plans_within_20_weeks');
    expect($('#metric-now svg[role=img]')).toHaveLength(32);
    const labels = $('#metric-now strong').first().text();
    for (const label of ['Demonstration data', 'not official statistics', 'Pre-publication'])
      expect(labels).toContain(label);
    expect($('aside').text()).toContain('Your name and the time are recorded');
  });

  it('says that a council is silent before it shows its last figure', async () => {
    const { $ } = await department.get('/metrics/plans_within_20_weeks');
    expect($('#c-luton-says').text()).toMatch(/^Luton has not reported December 2024\./);
  });
});
