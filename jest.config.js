import { existsSync } from 'node:fs';

const parts = ['apps', 'libs', 'migrations', 'test', 'tools', 'bench', 'drills'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['visa-bond-src', 'node', 'node-addons'] },
  roots: parts.filter((part) => existsSync(part)).map((part) => `<rootDir>/${part}`),
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tools/fixtures/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json', 'node'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
        swcrc: false,
      },
    ],
  },
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  setupFiles: ['reflect-metadata'],
  reporters: ['default', '<rootDir>/tools/jest-summary.js'],
  // Two workers even on two cores, where jest would run everything in one process; and a worker
  // that has grown is replaced, because ES modules are never freed between test files.
  maxWorkers: 2,
  workerIdleMemoryLimit: '600MB',
  testTimeout: 60_000,
};
