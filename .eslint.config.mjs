import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      // Injection reads the emitted types, so an import used only as a parameter type must stay a value import.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Settings are read by config/environment.ts alone.',
        },
      ],
    },
  },
  { files: ['config/environment.ts', 'test/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/assets/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['addEventListener', 'document', 'window', 'navigator', 'matchMedia', 'getSelection', 'fetch'],
          ...['setTimeout', 'clearTimeout', 'AbortController', 'DOMParser', 'FormData', 'URLSearchParams'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
