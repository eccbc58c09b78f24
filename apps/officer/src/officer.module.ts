import { type DynamicModule, Module } from '@nestjs/common';
import { ForgottenPasswordController } from '#account-pages';
import { ApplicationModule } from '#application';
import { AuditModule } from '#audit';
import { BondEscrowModule } from '#bond-escrow';
import { IdentityModule, SignInModule } from '#identity';
import { LedgerModule } from '#ledger';
import { NotificationModule } from '#notification';
import { type Config, PlatformModule, RateLimiter } from '#platform';
import { ProcessorModule } from '#processor';
import { ProgrammeModule } from '#programme';
import { RefundModule } from '#refund';
import { TravelModule } from '#travel';
import { WebModule } from '#web';
import { OwnAccountController } from './account/own-account.controller.tsx';
import { SignInController } from './account/sign-in.controller.tsx';
import { AccountsForWeb, AccountsForWebModule } from './accounts-for-web.service.ts';
import { ApprovalsController } from './approvals/approvals.controller.tsx';
import { Approvals } from './approvals/approvals.service.ts';
import { BondsController } from './money/bonds.controller.tsx';
import { BooksController } from './books/books.controller.tsx';
import { CaseFile } from './cases/case-file.service.ts';
import { CaseHistory } from './cases/case-history.service.ts';
import { CaseMoney } from './cases/case-money.service.ts';
import { CaseParts } from './cases/case-parts.service.ts';
import { CaseController } from './cases/case.controller.tsx';
import { LockedCase } from './cases/locked-case.service.ts';
import { Deciding } from './decisions/deciding.service.ts';
import { CorrectController } from './decisions/correct.controller.tsx';
import { DirectController } from './decisions/direct.controller.tsx';
import { RefuseController } from './decisions/refuse.controller.tsx';
import { VisaController } from './decisions/visa.controller.tsx';
import { DeskController } from './desk/desk.controller.tsx';
import { Desk } from './desk/desk.service.ts';
import { EventsController } from './events/events.controller.tsx';
import { UnfinishedController } from './unfinished/unfinished.controller.tsx';
import { RefundsController } from './money/refunds.controller.tsx';
import { ReversalsController } from './money/reversals.controller.tsx';
import { SuspenseController } from './money/suspense.controller.tsx';
import { MovementsController } from './movements/movements.controller.tsx';
import { CasePassport } from './passports/case-passport.service.ts';
import { PassportController } from './passports/passport.controller.tsx';
import { Passports } from './passports/passports.service.ts';
import { QueueController } from './queues/queue.controller.tsx';
import { SearchController } from './search/search.controller.tsx';
import { CaseLists } from './shared/case-lists.service.ts';

const LIBRARIES = [
  AuditModule,
  NotificationModule,
  ProgrammeModule,
  IdentityModule,
  SignInModule,
  ApplicationModule,
  ProcessorModule,
  LedgerModule,
  BondEscrowModule,
  TravelModule,
  RefundModule,
];

/** The staff's site: one controller a subject, no rule of the business here. */
@Module({})
export class OfficerModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: OfficerModule,
      imports: [
        PlatformModule.forRoot({
          process: 'officer',
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
        SignInController,
        ForgottenPasswordController,
        OwnAccountController,
        DeskController,
        QueueController,
        SearchController,
        CaseController,
        CorrectController,
        DirectController,
        RefuseController,
        VisaController,
        PassportController,
        ApprovalsController,
        BondsController,
        RefundsController,
        ReversalsController,
        SuspenseController,
        MovementsController,
        EventsController,
        UnfinishedController,
        BooksController,
      ],
      providers: [
        ...[Desk, CaseLists],
        ...[
          CaseFile,
          CaseParts,
          CaseMoney,
          CaseHistory,
          LockedCase,
          CasePassport,
          Passports,
          Deciding,
          Approvals,
        ],
      ],
    };
  }
}
