// Tests run as ES modules (`node --experimental-vm-modules`): Nest 12 is ESM only. swc strips the types; `npm run types` checks them.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
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
    ],
  },
};
export default {
  ...common,
  testMatch: ['<rootDir>/{src,workflows,projections,web,test}/**/*.spec.{ts,tsx}'],
  testTimeout: 60000,
  maxWorkers: 2,
};
