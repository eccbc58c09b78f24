import { clock } from './clock/clock.ts';
import { crash } from './crash/crash.ts';
import { database } from './database/database.ts';
import type { Drill } from './drill.ts';
import { model } from './model/model.ts';
import { tamper } from './tamper/tamper.ts';
import { worker } from './worker/worker.ts';

/** In the order in which all of them run. */
export const drills: Readonly<Record<string, Drill>> = {
  crash,
  clock,
  database,
  worker,
  model,
  tamper,
};
