import type { BenchResult } from '../measure.ts';
import { apply } from './apply.ts';
import { growth } from './growth.ts';
import { hot } from './hot.ts';
import { idle } from './idle.ts';
import { importFile } from './import.ts';
import { ledger } from './ledger.ts';
import { page } from './page.ts';
import { peer } from './peer.ts';
import { publicPage } from './public.ts';
import { refunds } from './refunds.ts';
import { sweep } from './sweep.ts';
import { webhook } from './webhook.ts';

export type Bench = (say: (line: string) => void) => Promise<BenchResult>;

/** In the order in which all of them run. */
export const benches: Readonly<Record<string, Bench>> = {
  ...{ ledger, webhook, apply, peer, hot },
  ...{ page, public: publicPage, import: importFile, refunds },
  ...{ sweep, growth, idle },
};
