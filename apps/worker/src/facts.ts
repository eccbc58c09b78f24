import { routeFacts, type FactRouter } from '#processor';
import {
  CashFactHandler,
  DisputeFactHandler,
  PaymentFactHandler,
  RefundFactHandler,
  WarningFactHandler,
} from '#refund';
import type { ModuleRef } from '@nestjs/core';

/** Which library's handler applies what the processor says, by the kind of fact. */
export const factRouterOf = (app: Pick<ModuleRef, 'get'>): FactRouter =>
  routeFacts({
    payment: app.get(PaymentFactHandler, { strict: false }),
    refund: app.get(RefundFactHandler, { strict: false }),
    dispute: app.get(DisputeFactHandler, { strict: false }),
    warning: app.get(WarningFactHandler, { strict: false }),
    cash: app.get(CashFactHandler, { strict: false }),
  });
