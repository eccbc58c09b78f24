import { routeFacts, type FactRouter } from '#processor';
import { DisputeFacts, PaymentFacts, RefundFacts } from '#refund';
import type { ModuleRef } from '@nestjs/core';

/** Which library's handler applies what the processor says, by the kind of fact. */
export const factRouterOf = (app: Pick<ModuleRef, 'get'>): FactRouter =>
  routeFacts({
    payment: app.get(PaymentFacts, { strict: false }),
    refund: app.get(RefundFacts, { strict: false }),
    dispute: app.get(DisputeFacts, { strict: false }),
  });
