import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const zodAsNamespace = {
  selector: "ImportDeclaration[source.value='zod'][importKind!='type'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
  message: "Write `import * as z from 'zod'`: bundlers then keep only what is used.",
}

/** An answer depends on its input alone: not on the day, the machine, its language or its time zone. */
const impure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The library has no clock; dates are inputs.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The library has no clock; dates are inputs.' },
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale\\w*String|toLocale(Upper|Lower)Case)$/]',
    message: "This depends on the machine's language.",
  },
]

export default defineConfig(
  { ignores: ['dist', 'coverage', 'reports'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', '.*.js'] } } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // It would have `a !== undefined && f(a.b) === a.c` read `f(a?.b) === a?.c`, which says something else.
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A limit that stands in the text needs no basis from the case: its basis is `void`, so that the argument can be left out.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', zodAsNamespace],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-globals': ['error', 'Intl', 'console', 'crypto', 'fetch', 'globalThis', 'performance', 'process', 'setTimeout', 'setInterval'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
      'no-restricted-syntax': ['error', zodAsNamespace, ...impure],
    },
  },
  { files: ['*.js', '.*.js'], extends: [tseslint.configs.disableTypeChecked] },
)
