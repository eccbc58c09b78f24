import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule, RateLimiter } from '#platform';
import { WebModule } from '#web';
import { AboutModule } from './about/about.module.ts';
import { AccountModule } from './account/account.module.ts';
import { ApplyModule } from './apply/apply.module.ts';
import { BondModule } from './bond/bond.module.ts';
import { OwnBreachModule } from './breach/breach.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { CheckModule } from './check/check.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { ServiceFiguresModule } from './figures/figures.module.ts';
import { PayerModule } from './payer/payer.module.ts';
import { PapersModule } from './papers/papers.module.ts';
import { ProofModule } from './proof/proof.module.ts';
import { RefundAccountModule } from './refund-account/refund-account.module.ts';
import { OwnInformationModule } from './information/information.module.ts';
import { OwnStayModule } from './stay/stay.module.ts';
import { StartModule } from './start/start.module.ts';
import { TrackingModule } from './tracking/tracking.module.ts';
import { WithdrawModule } from './withdraw/withdraw.module.ts';
import { AccountsForWeb, AccountsForWebModule } from './accounts-for-web.service.ts';

const FEATURES = [
  AboutModule,
  AccountModule,
  ApplyModule,
  BondModule,
  OwnBreachModule,
  OwnStayModule,
  OwnInformationModule,
  CasesModule,
  CheckModule,
  EvidenceModule,
  PapersModule,
  PayerModule,
  ProofModule,
  RefundAccountModule,
  ServiceFiguresModule,
  StartModule,
  TrackingModule,
  WithdrawModule,
];

/** The applicants’ site: a module for each part of it, no rule of the business here. */
@Module({})
export class PortalModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        PlatformModule.forRoot({ process: 'portal', ...(config && { config }) }),
        WebModule.forRoot({
          imports: [AccountsForWebModule],
          accounts: AccountsForWeb,
          limiter: RateLimiter,
        }),
        ...FEATURES,
      ],
    };
  }
}
