// Tests run as ES modules (`node --experimental-vm-modules`): Nest 12 is ESM only. swc strips the types; `npm run types` checks them.
// Four projects, so that the quick tests can go first and the ones that need a browser can be left out with a shout.
const typescript = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const slow = ['journeys', 'kill', 'browser'];

function project(displayName, testMatch, ignored = []) {
  return {
    displayName,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    // Sources name the built file (`./x.js`); the tests read `./x.ts`.
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.tsx?$': typescript },
    testMatch,
    testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/test/fixtures/', ...ignored],
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  };
}

export default {
  maxWorkers: 2,
  // For all projects: inside a project it would be ignored.
  testTimeout: 120_000,
  projects: [
    project(
      'unit',
      ['<rootDir>/{src,workflows,projections,web,bench,test}/**/*.spec.{ts,tsx}'],
      slow.map((name) => `<rootDir>/test/${name}/`),
    ),
    ...slow.map((name) => project(name, [`<rootDir>/test/${name}/**/*.spec.{ts,tsx}`])),
  ],
};
