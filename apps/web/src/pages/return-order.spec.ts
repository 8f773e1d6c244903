import { aMetric } from '#testing/web';
import { inReturnOrder } from './return-order.js';

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
