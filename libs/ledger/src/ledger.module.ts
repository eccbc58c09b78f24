import { Module } from '@nestjs/common';
import { ClosingDays } from './closing-days.service.ts';
import { DayBalances } from './day-balances.store.ts';
import { Journal } from './journal.service.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerStore } from './ledger.store.ts';
import { ReversalLedger } from './reversal-ledger.store.ts';
import { TellingBalances } from './telling-balances.service.ts';
import { ToldBalances } from './told-balances.store.ts';
import { TreasuryLedger } from './treasury-ledger.store.ts';
import { TrialBalances } from './trial-balances.store.ts';

const OPEN = [
  ClosingDays,
  DayBalances,
  Journal,
  LedgerQueries,
  LedgerStore,
  ReversalLedger,
  TellingBalances,
  ToldBalances,
  TreasuryLedger,
  TrialBalances,
];

@Module({ providers: OPEN, exports: OPEN })
export class LedgerModule {}
