import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { NotificationModule } from '#notification';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { Answers } from './answers.service.ts';
import { Applying } from './applying.service.ts';
import { CaseDocumentStore } from './case-document.store.ts';
import { CaseDocuments } from './case-documents.service.ts';
import { CaseMails } from './case-mails.service.ts';
import { CaseMoves } from './case-moves.service.ts';
import { CaseQueries } from './case.queries.ts';
import { Cases } from './cases.service.ts';
import { QueueQueries } from './queue.queries.ts';
import { Reviewing } from './reviewing.service.ts';
import { CaseStore } from './visa-case.store.ts';

@Module({
  imports: [AuditModule, IdentityModule, NotificationModule, ProgrammeModule],
  providers: [
    CaseStore,
    CaseDocumentStore,
    CaseDocuments,
    CaseMails,
    CaseMoves,
    Answers,
    Applying,
    Reviewing,
    Cases,
    QueueQueries,
    CaseQueries,
  ],
  exports: [Answers, Applying, CaseDocuments, CaseMails, CaseQueries, Cases, Reviewing],
})
export class ApplicationModule {}
