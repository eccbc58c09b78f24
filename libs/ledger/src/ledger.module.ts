import { Module } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerStore } from './ledger.store.ts';
import { ReversalLedger } from './reversal-ledger.store.ts';
import { TellingBalances } from './telling-balances.service.ts';
import { ToldBalances } from './told-balances.store.ts';
import { TrialBalances } from './trial-balances.store.ts';

const OPEN = [
  LedgerQueries,
  LedgerStore,
  ReversalLedger,
  TellingBalances,
  ToldBalances,
  TrialBalances,
];

@Module({ providers: OPEN, exports: OPEN })
export class LedgerModule {}
