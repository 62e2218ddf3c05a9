// The import rules of the architecture: data flows one way, and the domain knows neither the framework nor the disk.
// `npm run architecture` checks the sources; test/architecture.spec.ts checks that every rule bites.
import { fileURLToPath } from 'node:url';

const product = '^(src|workflows|projections|web)/';
const spec = '[.]spec[.]tsx?$';
const validator = 'node_modules/class-validator/';
/** What holds data or texts about events and commands, and no behaviour. */
const words = '[.](events|labels[.](nl|en))[.]ts$';

const notForTypes = { dependencyTypesNot: ['type-only'] };

export default {
  forbidden: [
    {
      name: 'workflows-and-projections-stand-below',
      comment:
        'The domain must run, replay and be tested without server or screens, so nothing in it imports src or web.',
      severity: 'error',
      from: { path: '^(workflows|projections)/' },
      to: { path: '^(src|web)/' },
    },
    {
      name: 'workflows-know-no-projections',
      comment: 'Data flows one way: what was decided makes the rows, rows never decide.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^projections/' },
    },
    {
      name: 'workflows-few-packages',
      comment:
        'Workflows are structure (xstate) and shapes (zod, class-validator); any other package would bring I/O or a framework.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: spec },
      to: { path: 'node_modules/', pathNot: ['node_modules/(xstate|zod)/', validator] },
    },
    {
      name: 'workflows-no-node-modules',
      comment: 'Workflows read no disk, clock or network; only the kit hashes, to derive the ids of new things.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: spec },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'hashing-in-the-kit-only',
      comment: 'Ids are derived in one place, so that a retry makes the same ones.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: ['^workflows/kit/', spec] },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'class-validator-at-the-border-only',
      comment:
        'zod owns the shapes; class-validator serves the command classes that the border reads, and the decorator in the kit.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: ['[.]commands[.]ts$', '^workflows/kit/', spec] },
      to: { path: validator },
    },
    {
      name: 'phase-or-entity-knows-only-itself',
      comment:
        'A phase or entity must be removable as one folder: it sees the kit, the facts and itself, never another phase.',
      severity: 'error',
      from: { path: '^workflows/(phases|entities)/([^/]+)/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '^workflows/(kit|facts|$1/$2)/' },
    },
    {
      name: 'facts-know-only-the-kit',
      comment: 'Facts are read by the needs of every phase, so they may depend on none of them.',
      severity: 'error',
      from: { path: '^workflows/facts/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '^workflows/(kit|facts)/' },
    },
    {
      name: 'signals-know-facts-and-events',
      comment: 'Signals are read from a history by anything that has one, so they know no phase and no machine.',
      severity: 'error',
      from: { path: '^workflows/signals/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '^workflows/(kit|facts|signals)/' },
    },
    {
      name: 'kit-knows-no-domain',
      comment: 'The kit is the engine: a second workflow must fit on it unchanged.',
      severity: 'error',
      from: { path: '^workflows/kit/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '^workflows/kit/' },
    },
    {
      name: 'projections-know-no-machines',
      comment:
        'A projection gets the change handed to it; it knows events, labels and the types of kit and facts, never a machine.',
      severity: 'error',
      from: { path: '^projections/', pathNot: spec },
      to: { path: '^workflows/', pathNot: ['^workflows/(kit|facts|signals)/', words], ...notForTypes },
    },
    {
      name: 'projections-never-a-machine-type',
      comment: 'Also the type of a machine ties a projection to its states; those reach it as words in the change.',
      severity: 'error',
      from: { path: '^projections/', pathNot: spec },
      to: { path: ['[.](phase|entity|machine|workflow)[.]ts$', 'node_modules/xstate/'] },
    },
    {
      name: 'log-and-vault-know-no-nest',
      comment:
        'The log and the vault are ports that scripts and tests use bare; only their module file ties them to Nest.',
      severity: 'error',
      from: { path: '^src/(event-log|vault)/', pathNot: '[.]module[.]ts$' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'web-asks-through-queries-and-commands',
      comment:
        'A screen shows and asks; what it knows comes from a query, what it wants goes as a command. Types are free.',
      severity: 'error',
      from: { path: '^web/', pathNot: spec },
      to: {
        path: '^(src|workflows|projections)/',
        pathNot: ['[.](query|queries|command|commands)[.]ts$', words],
        ...notForTypes,
      },
    },
    {
      name: 'product-without-its-tests',
      comment: 'What is shipped may not lean on tests, the bench or the start scripts.',
      severity: 'error',
      from: { path: product, pathNot: spec },
      to: { path: ['^(test|bench|bin)/', spec] },
    },
    {
      name: 'product-without-dev-packages',
      comment: 'An installation without development packages must run.',
      severity: 'error',
      from: { path: product, pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...notForTypes },
    },
    {
      name: 'heavy-when-first-used',
      comment:
        'A server must answer soon and rest small: what draws charts, makes pages or tells the demo is loaded by the first who needs it.',
      severity: 'error',
      from: { path: product, pathNot: ['^src/cli/', spec] },
      to: { path: ['node_modules/(elkjs|react-dom)/', '^src/demo/fill[.]ts$'], dynamic: false, ...notForTypes },
    },
    {
      name: 'no-circles',
      comment:
        'Files that need each other cannot be understood or loaded apart. Types may, they are gone when it runs.',
      severity: 'error',
      from: { path: product },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere is a crash at start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.json', import.meta.url)) },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
