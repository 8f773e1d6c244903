import { aMetric } from '#testing/web';
import { byTheme, inReturnOrder, publishedThemes } from './return-order.js';

const themes = [
  { title: 'Requests', boxes: ['n_requests', 'n_decisions'] },
  { title: 'Plans', boxes: ['n_plans'] },
];
const measure = (code: string, theme: string, box: string) =>
  aMetric({ code, theme, type: 'measure', numerator: { plus: [box], minus: [] } });

it('puts measures in the order in which the return asks for them, published series last', () => {
  const metrics = [
    aMetric({ code: 'published', type: 'published', theme: 'Plans' }),
    measure('plans', 'Plans', 'n_plans'),
    measure('decisions', 'Requests', 'n_decisions'),
    measure('unknown', 'Elsewhere', 'n_else'),
    measure('requests', 'Requests', 'n_requests'),
  ];
  const ordered = inReturnOrder(metrics, (metric) => metric, { themes });
  expect(ordered.map(({ code }) => code)).toEqual([
    'requests',
    'decisions',
    'plans',
    'unknown',
    'published',
  ]);
});

it('groups by the themes of the return in its order, and puts those that it has not after them', () => {
  const grouped = byTheme(
    [
      measure('unknown', 'Elsewhere', 'n_else'),
      measure('plans', 'Plans', 'n_plans'),
      measure('requests', 'Requests', 'n_requests'),
    ],
    (metric) => metric,
    { themes },
  );
  expect(grouped.map(({ title, items }) => [title, items.map(({ code }) => code)])).toEqual([
    ['Requests', ['requests']],
    ['Plans', ['plans']],
    ['Elsewhere', ['unknown']],
  ]);
});

it('has a published theme only where figures are held', () => {
  const published = (code: string, theme: string, loaded: boolean) =>
    aMetric({ code, type: 'published', theme, loaded });
  const held = publishedThemes(
    [
      published('absence', 'Absence', true),
      published('waits', 'Waits', false),
      published('timeliness', 'Plans', true),
      measure('plans', 'Plans', 'n_plans'),
    ],
    { themes },
  );
  expect(held.map(({ title, items }) => [title, items.length])).toEqual([
    ['Plans', 1],
    ['Absence', 1],
  ]);
});
