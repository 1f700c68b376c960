import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
/** type-graphql loads graphql's CommonJS build; a second realm would refuse its types. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    reporters: ['default', new URL('./support/plain-reporter.ts', import.meta.url).pathname],
    projects: [
      {
        resolve: oneGraphql,
        test: {
          name: 'server',
          root,
          globalSetup: ['test/support/global-setup.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', 'node_modules/**'],
          environment: 'node',
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: {
          name: 'client',
          root,
          include: ['test/client/**/*.test.ts'],
          environment: 'happy-dom',
        },
      },
    ],
  },
});
