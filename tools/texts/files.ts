import { globSync } from 'node:fs';
import { checkout } from '../checkout.ts';

/** Every file that holds words for people, from the checkout. */
export const textFiles = (): string[] =>
  globSync(['{apps,libs}/*/src/**/*.text.ts', 'apps/*/src/words/*.ts'], { cwd: checkout })
    .filter((file) => !file.endsWith('/index.ts') && !file.endsWith('/words.ts'))
    .sort();
