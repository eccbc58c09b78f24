import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { BooksController } from './books.controller.tsx';

/** The ledger, laid beside what is owed. */
@Module({
  imports: [LedgerModule],
  controllers: [BooksController],
})
export class BooksModule {}
