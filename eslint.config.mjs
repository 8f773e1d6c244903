import tseslint from 'typescript-eslint';
import { rooms } from './rooms.mjs';

const oneOf = (names) => (names.length ? names.join('|') : '$^');
const forbid = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

// `no-restricted-imports` sees static imports only; these are the other ways through a wall.
const sideDoors = forbid(
  'Cross a wall with a static import.',
  'ImportExpression[source.value=/^#|^[.][.]/]',
  'TSImportType[source.value=/^#|^[.][.]/]',
);
const environment = forbid(
  'Only libs/platform/src/config reads the environment.',
  "MemberExpression[object.name='process'][property.name='env']",
);
const pure = [
  ...forbid('A pure room imports statically or not at all.', 'ImportExpression', 'TSImportType'),
  ...forbid(
    'Take `now` as an argument.',
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "CallExpression[callee.name='Date']",
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  ),
  ...forbid(
    'Take ids and randomness as arguments.',
    "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  ),
];
const worldly = [
  'process',
  'globalThis',
  'global',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'console',
  'Buffer',
];
const specs = ['**/*spec.ts', '**/*contract.ts'];

const wall = (room, may) => ({
  files: [`${room}/**/*.ts`],
  ignores: specs,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^#(?!(${oneOf(may.rooms)})(/|$))`,
            message: `${room} may import only these rooms: ${may.rooms.join(', ') || 'none'} (rooms.mjs).`,
          },
          {
            regex: `^(?!\\.|#|node:)(?!(${oneOf(may.npm)})(/|$))`,
            message: `${room} may not use this package (rooms.mjs).`,
          },
          ...(may.node
            ? []
            : [{ regex: '^node:', message: `${room} is pure: no Node built-ins.` }]),
          { regex: '^\\.{1,2}/.*\\bsrc/', message: 'Cross a wall with #room, never with ../..' },
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      ...(may.node ? sideDoors : pure),
      ...(['libs/platform', 'libs/testing'].includes(room) ? [] : environment),
    ],
    ...(may.node ? {} : { 'no-restricted-globals': ['error', ...worldly] }),
  },
});

export default tseslint.config(
  { ignores: ['dist', '**/*.mjs', 'coverage', '.data', 'apps/web/public'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      // Counts `??` and `?.` as branches.
      complexity: ['error', 16],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: specs,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  ...Object.entries(rooms).map(([room, may]) => wall(room, may)),
);
