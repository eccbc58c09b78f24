import { AuditModule } from '#audit';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { NotificationModule } from '#notification';
import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseSubmission, Visa, VisaCase } from './case/visa-case.entity.ts';
import { CaseDocument } from './document/case-document.entity.ts';
import { CaseAnswers } from './draft/case-answers.service.ts';
import { Applying } from './draft/applying.service.ts';
import { CaseDocumentStore } from './document/case-document.store.ts';
import { CaseDocuments } from './document/case-documents.service.ts';
import { CaseMails } from './case/case-mails.service.ts';
import { CaseMoves } from './case/case-moves.service.ts';
import { CaseQueries } from './case/case.queries.ts';
import { Cases } from './case/cases.service.ts';
import { InformationQueries } from './information/information.queries.ts';
import {
  InformationRequest,
  InformationRequestUpload,
} from './information/information-request.entity.ts';
import { InformationRequestStore } from './information/information-request.store.ts';
import { InformationRequests } from './information/information-requests.service.ts';
import { InformationSweep } from './information/information-sweep.service.ts';
import { QueueQueries } from './queues/queue.queries.ts';
import { LeaveReminders } from './reminders/leave-reminders.service.ts';
import { Reviewing } from './review/reviewing.service.ts';
import { CaseStore } from './case/visa-case.store.ts';
import { VisaStore } from './case/visa.store.ts';

const ENTITIES = [
  ...[VisaCase, CaseSubmission, CaseDocument, Visa],
  ...[InformationRequest, InformationRequestUpload],
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    AuditModule,
    DocumentsModule,
    IdentityModule,
    NotificationModule,
    ProgrammeModule,
  ],
  providers: [
    CaseStore,
    VisaStore,
    CaseDocumentStore,
    CaseDocuments,
    CaseMails,
    CaseMoves,
    CaseAnswers,
    Applying,
    Reviewing,
    Cases,
    QueueQueries,
    CaseQueries,
    LeaveReminders,
    ...[InformationQueries, InformationRequests, InformationRequestStore, InformationSweep],
  ],
  exports: [
    ...[CaseAnswers, Applying, CaseDocuments, CaseMails, CaseQueries, Cases],
    ...[InformationQueries, InformationRequests, InformationSweep, LeaveReminders, Reviewing],
  ],
})
export class ApplicationModule {}
