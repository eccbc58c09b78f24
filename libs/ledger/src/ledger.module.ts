import { Module } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerStore } from './ledger.store.ts';
import { ReversalLedger } from './reversal-ledger.store.ts';
import { TrialBalances } from './trial-balances.store.ts';

const OPEN = [LedgerQueries, LedgerStore, ReversalLedger, TrialBalances];

@Module({ providers: OPEN, exports: OPEN })
export class LedgerModule {}
