import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule, RateLimiter } from '#platform';
import { WebModule } from '#web';
import { AccountModule } from './account/account.module.ts';
import { ApprovalsModule } from './approvals/approvals.module.ts';
import { AsideModule } from './aside/aside.module.ts';
import { BooksModule } from './books/books.module.ts';
import { BorderClientsModule } from './border-clients/border-clients.module.ts';
import { BreachesModule } from './breaches/breaches.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { DecisionsModule } from './decisions/decisions.module.ts';
import { DeskModule } from './desk/desk.module.ts';
import { DisputesModule } from './disputes/disputes.module.ts';
import { EventsModule } from './events/events.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { FreezesModule } from './freezes/freezes.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { MatchingModule } from './matching/matching.module.ts';
import { MoneyModule } from './money/money.module.ts';
import { MovementsModule } from './movements/movements.module.ts';
import { PassportsModule } from './passports/passports.module.ts';
import { QueuesModule } from './queues/queues.module.ts';
import { RefundRunModule } from './refund-run/refund-run.module.ts';
import { RevocationsModule } from './revocations/revocations.module.ts';
import { StaysModule } from './stays/stays.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SuspenseModule } from './suspense/suspense.module.ts';
import { TransfersModule } from './transfers/transfers.module.ts';
import { ReconciliationModule } from './treasury/reconciliation.module.ts';
import { StatementModule } from './statement/statement.module.ts';
import { TreasuryPagesModule } from './treasury/treasury-pages.module.ts';
import { UnfinishedModule } from './unfinished/unfinished.module.ts';
import { AccountsForWeb, AccountsForWebModule } from './accounts-for-web.service.ts';

const FEATURES = [
  AccountModule,
  ApprovalsModule,
  BooksModule,
  BorderClientsModule,
  BreachesModule,
  CasesModule,
  DecisionsModule,
  DeskModule,
  DisputesModule,
  EventsModule,
  EvidenceModule,
  FreezesModule,
  ImportsModule,
  ReconciliationModule,
  StatementModule,
  TreasuryPagesModule,
  // Before the list whose addresses they are beneath.
  AsideModule,
  MatchingModule,
  MoneyModule,
  MovementsModule,
  PassportsModule,
  QueuesModule,
  RefundRunModule,
  RevocationsModule,
  SearchModule,
  StaysModule,
  SuspenseModule,
  TransfersModule,
  UnfinishedModule,
];

/** The staff’s site: a module for each part of it, no rule of the business here. */
@Module({})
export class OfficerModule {
  static forRoot(config?: Config): DynamicModule {
    return {
      module: OfficerModule,
      imports: [
        PlatformModule.forRoot({ process: 'officer', ...(config && { config }) }),
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
