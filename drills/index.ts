import { clock } from './clock/clock.ts';
import { crash } from './crash/crash.ts';
import { database } from './database/database.ts';
import type { Drill } from './drill.ts';
import { model } from './model/model.ts';
import { inParts } from './parts.ts';
import { race } from './race/race.ts';
import { stripe } from './stripe/stripe.ts';
import { tamper } from './tamper/tamper.ts';
import { webhooks } from './webhooks/webhooks.ts';
import { worker } from './worker/worker.ts';

/** In the order in which all of them run. */
export const drills: Readonly<Record<string, Drill>> = {
  crash: inParts('crash', crash),
  webhooks,
  race,
  stripe,
  clock,
  database,
  worker,
  model: inParts('model', model),
  tamper,
};
