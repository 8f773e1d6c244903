// Tiers by suffix: unit (.spec), integration (.int-spec, embedded PostgreSQL), e2e (whole processes): `npm test`. Sweeps go
// through everything (.sweep-spec) and have a command of their own, so that `npm test` stays within six minutes; browser, redis
// and examples need something beyond npm and have theirs.
const project = (displayName, testRegex, more = {}) => ({
  displayName,
  testRegex,
  testEnvironment: 'node',
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/programmes'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#web/packs$': '<rootDir>/apps/web/src/packs/index.ts',
    '^#([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^#([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2/index.ts',
  },
  ...more,
});
const database = {
  globalSetup: '<rootDir>/dist/libs/testing/src/database/global-setup.js',
  globalTeardown: '<rootDir>/dist/libs/testing/src/database/global-teardown.js',
};

export default {
  projects: [
    project('unit', '\\.spec\\.ts$'),
    project('integration', '\\.int-spec\\.ts$', database),
    project('e2e', '\\.e2e-spec\\.ts$'),
    project('sweep', '\\.sweep-spec\\.ts$', database),
    project('browser', '\\.browser-spec\\.ts$'),
    project('redis', '\\.redis-spec\\.ts$'),
    project('examples', '\\.examples-spec\\.ts$'),
  ],
  testTimeout: 60_000,
  // Two at once even on two cores: integration specs wait for PostgreSQL half of the time.
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/slowest-first.mjs',
};
