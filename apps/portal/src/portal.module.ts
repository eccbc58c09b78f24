import { type DynamicModule, Module } from '@nestjs/common';
import { ForgottenPasswordController } from '#account-pages';
import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule, SignInModule } from '#identity';
import { NotificationModule } from '#notification';
import { type Config, PlatformModule, RateLimiter } from '#platform';
import { ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { WebModule } from '#web';
import { AboutController } from './about/about.controller.tsx';
import { FormerAddressController } from './account/former-address.controller.tsx';
import { OwnAccountController } from './account/own-account.controller.tsx';
import { OwnEmailController } from './account/own-email.controller.tsx';
import { SignInController } from './account/sign-in.controller.tsx';
import { SignUpController } from './account/sign-up.controller.tsx';
import { AccountsForWeb, AccountsForWebModule } from './accounts-for-web.service.ts';
import { ApplyController } from './apply/apply.controller.tsx';
import { CheckController } from './apply/check.controller.tsx';
import { Drafts } from './apply/drafts.service.ts';
import { BondController } from './bond/bond.controller.tsx';
import { PayController } from './bond/pay.controller.tsx';
import { UndertakingController } from './bond/undertaking.controller.tsx';
import { OwnBonds } from './bond/own-bonds.service.ts';
import { CasesController } from './cases/cases.controller.tsx';
import { NewCaseController } from './cases/new-case.controller.tsx';
import { OwnCases } from './cases/own-cases.service.ts';
import { PapersController } from './papers/papers.controller.tsx';
import { StartController } from './start/start.controller.tsx';
import { DatesController } from './tracking/dates.controller.ts';
import { Tracking } from './tracking/tracking.service.ts';

const LIBRARIES = [
  AuditModule,
  NotificationModule,
  ProgrammeModule,
  IdentityModule,
  SignInModule,
  ApplicationModule,
  ProcessorModule,
  BondEscrowModule,
  TravelModule,
  RefundModule,
];

/** The applicants' site: one controller a subject, no rule of the business here. */
@Module({})
export class PortalModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        PlatformModule.forRoot({
          process: 'portal',
          ...(config && { config }),
        }),
        WebModule.forRoot({
          imports: [AccountsForWebModule],
          accounts: AccountsForWeb,
          limiter: RateLimiter,
        }),
        ...LIBRARIES,
      ],
      controllers: [
        StartController,
        AboutController,
        SignUpController,
        SignInController,
        ForgottenPasswordController,
        FormerAddressController,
        OwnAccountController,
        OwnEmailController,
        NewCaseController,
        CheckController,
        ApplyController,
        CasesController,
        PapersController,
        DatesController,
        UndertakingController,
        PayController,
        BondController,
      ],
      providers: [OwnCases, OwnBonds, Drafts, Tracking],
    };
  }
}
