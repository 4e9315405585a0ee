/** The house's arrows: cli → catalogue → modules → kernel, and no document knows another. */
const MODULE = '^src/(?!cli/|kernel/)[^/]+/'
const LIBRARY = '^src/(?!cli/)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Files that need each other cannot be read one at a time.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file that nothing leads to is left over.',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'kernel-knows-no-document',
      severity: 'error',
      comment: 'The kernel is what every module speaks; it knows none of them.',
      from: { path: '^src/kernel/' },
      to: { path: '^src/', pathNot: '^src/kernel/' },
    },
    {
      name: 'module-knows-only-the-kernel',
      severity: 'error',
      comment: 'A document’s module imports its own files and the kernel: no other module, not the catalogue.',
      from: { path: '^src/(?!cli/|kernel/)([^/]+)/' },
      to: { path: '^src/', pathNot: '^src/($1|kernel)/' },
    },
    {
      name: 'catalogue-knows-modules-and-kernel',
      severity: 'error',
      comment: 'The catalogue gathers the modules, each by its public face: what a page and the catalogue need is then one file.',
      from: { path: '^src/catalogue\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/kernel/', `${MODULE}index\\.ts$`] },
    },
    {
      name: 'root-re-exports-public-faces',
      severity: 'error',
      comment: 'The root is the catalogue, the public faces of the modules and what the kernel gives to callers.',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/kernel/', '^src/catalogue\\.ts$', `${MODULE}index\\.ts$`] },
    },
    {
      name: 'cli-is-a-shell-over-the-catalogue',
      severity: 'error',
      comment: 'What the command line can do, the catalogue and the root can: it reaches into no module.',
      from: { path: '^src/cli/' },
      to: { path: MODULE },
    },
    {
      name: 'nothing-imports-the-cli',
      severity: 'error',
      from: { path: LIBRARY },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-node-outside-the-cli',
      severity: 'error',
      comment: 'The library runs in browsers and every other runtime.',
      from: { path: LIBRARY },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'library-needs-runtime-dependencies-only',
      severity: 'error',
      comment: 'Outside the command line, whose development dependencies are bundled, only what the package installs.',
      from: { path: LIBRARY },
      to: { dependencyTypes: ['npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'arithmetic-lives-in-the-kernel',
      severity: 'error',
      comment: 'Dates are counted and money is rounded in one place.',
      from: { path: '^src/', pathNot: '^src/kernel/' },
      to: { path: 'node_modules/(date-fns|decimal\\.js)/' },
    },
    {
      name: 'source-knows-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
