import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

it('shows figures as they were known on a day, and refuses a day that is none', async () => {
  const then = await department.get('/metrics/plans_within_20_weeks?known=2023-06-01');
  expect(then.$('main').text()).toContain('as they were known on 1 June 2023');
  expect(then.$('#metric-now').text()).not.toContain('2024');
  expect(then.$('#known-month').attr('value')).toBe('6');
  const typed = await department.get(
    '/metrics/plans_within_20_weeks?known=&known-day=1&known-month=6&known-year=2023',
  );
  expect(typed.$('main').text()).toBe(then.$('main').text());
  const bad = await department.get('/metrics/plans_within_20_weeks?known=banana');
  expect(bad.status).toBe(400);
  for (const [day, month, year] of [
    ['30', '2', '2023'],
    ['a', 'banana', ''],
    ['1', '1', '2031'],
  ]) {
    const { status, $ } = await department.get(
      `/metrics/plans_within_20_weeks?known-day=${day}&known-month=${month}&known-year=${year}`,
    );
    expect(status).toBe(400);
    expect($('.govuk-error-summary a').attr('href')).toBe('#known-day');
    expect($('#known-month').attr('value')).toBe(month);
    expect($('title').text()).toMatch(/^Error: /);
  }
});
