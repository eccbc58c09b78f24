// People and processes for the tests of cases: each test makes the world it needs.
import { randomBytes } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  CaseAnswers,
  ApplicationModule,
  Applying,
  CaseDocuments,
  CaseQueries,
  Cases,
  Reviewing,
  type CaseRow,
} from '#application';
import { mustBeOk } from '#kernel';
import { Database, newId, PlatformModule, type Ctx, type Tx } from '#platform';
import { testConfig } from './app.ts';
import type { TestDatabase } from './database.ts';
import { signedInCtx, worksAsAll } from './signed-in.ts';

/** One process with its own login. */
export interface Process {
  readonly app: TestingModule;
  readonly database: Database;
  readonly answers: CaseAnswers;
  readonly applying: Applying;
  readonly cases: Cases;
  readonly documents: CaseDocuments;
  readonly reviewing: Reviewing;
  readonly queries: CaseQueries;
}

export async function startProcess(
  db: TestDatabase,
  process: 'portal' | 'officer' | 'worker',
): Promise<Process> {
  const app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ process, config: testConfig(db.url(process)) }),
      ApplicationModule,
    ],
  }).compile();
  await app.init();
  return {
    app,
    database: app.get(Database),
    answers: app.get(CaseAnswers),
    applying: app.get(Applying),
    cases: app.get(Cases),
    documents: app.get(CaseDocuments),
    reviewing: app.get(Reviewing),
    queries: app.get(CaseQueries),
  };
}

/** The officer takes the case and confirms whose the passport is. */
export async function reviewed(
  app: Pick<TestingModule, 'get'>,
  tx: Tx,
  caseId: string,
  consulateId: string | null = null,
): Promise<CaseRow> {
  const row = await app.get(Cases).lock(tx, caseId);
  const taken = mustBeOk(await app.get(Reviewing).take(tx, row, consulateId));
  mustBeOk(await app.get(CaseDocuments).confirmPassport(tx, taken));
  return taken;
}

export interface Somebody {
  readonly accountId: string;
  readonly contactPointId: string;
  readonly ctx: Ctx;
}

/** An account as the sign-up leaves it; nobody signs in with it here. */
export async function somebody(
  db: TestDatabase,
  kind: 'applicant' | 'staff',
  consulateId: string | null = null,
): Promise<Somebody> {
  const accountId = newId();
  const contactPointId = newId();
  await db.admin.query(
    `insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
     values ($1, $2, $2, 'email', 'sealed', 'en')`,
    [contactPointId, accountId],
  );
  await db.admin.query(
    `insert into account (id, kind, email_token, email_sealed, display_name, password_hash,
                          language, contact_point_id, consulate_id)
     values ($1, $2, $3, 'sealed', $4, 'none', 'en', $5, $6)`,
    [
      accountId,
      kind,
      randomBytes(32),
      kind === 'staff' ? 'Awa Officer' : null,
      contactPointId,
      consulateId,
    ],
  );
  if (kind === 'staff') await worksAsAll(db.admin, accountId);
  return {
    accountId,
    contactPointId,
    ctx: await signedInCtx(db, accountId, kind, `request-${accountId}`),
  };
}

const aDayAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What an applicant declares, with a passport of its own each time. */
export const declaration = (more: { number?: string; issuingState?: string } = {}) => ({
  frozen: [
    {
      pageId: 'travel',
      questionId: 'purpose',
      question: 'What is the purpose of your visit?',
      answer: 'A wedding in Ségou',
    },
  ],
  details: {
    givenNames: 'Ada',
    familyName: 'Example',
    bornOn: '1990-05-17',
    nationality: 'USA',
  },
  document: {
    issuingState: more.issuingState ?? 'USA',
    number: more.number ?? randomBytes(5).toString('hex').toUpperCase(),
    expiresOn: '2035-01-31',
  },
  plan: { arrivesOn: aDayAhead(14), stayDays: 14, purpose: 'tourism' },
  mrz: '',
  formVersion: '1',
});
