import { openPages } from '#testing/web';
import { createWebApp } from '../../../apps/web/src/web-app.js';
import { routesOf } from '../../access/routes-of.js';
import { isNoPage, pagesAndStates, visitsOf } from './pages-and-states.js';
import { STATES } from './visit.js';

const pages = await openPages((parts) => createWebApp(parts));
afterAll(() => pages.close());

it('the table of pages and states has every page that the server has, and no other', () => {
  const served = routesOf(pages.app).filter(
    (route) => route.startsWith('GET ') && !isNoPage(route),
  );
  const listed = Object.keys(pagesAndStates).filter((route) => route !== 'GET /*');
  expect(listed.sort()).toEqual([...served].sort());
});

it.each(Object.entries(pagesAndStates))(
  '%s is seen in its usual state, and in every other one or it is said why not',
  (_, row) => {
    expect(visitsOf(row.usual).length).toBeGreaterThan(0);
    for (const state of STATES) expect([state, row[state].length > 0]).toEqual([state, true]);
  },
);
