// The demonstration's clock, its cases and its border post, as the administrator reaches them.
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Identity } from '#identity';
import { addDays, dayFromIso, dayIn, instantFromDate, type Instant, type PlainDate } from '#kernel';
import { Database, Jobs, sourceOptions, systemCtx, type Config } from '#platform';
import { OfficerModule } from '../../apps/officer/src/officer.module.ts';
import { borderKey, reportCrossing, reportMark, type BorderPost } from '../border-call.ts';
import { applicants } from '../seed/people.ts';
import { crossingsOf, type CaseDays, type CrossingKind } from './dates.ts';
import { borderPostOf, casesOf, type MachineSettings } from './settings.ts';

const CTX = systemCtx('demonstration');
const CASES_MAX = 50;
const PORT = 'BKO';
/** Where days begin and end does not matter in the middle of one. */
const MIDDAY = 'T12:00:00Z';

export interface StagedCase extends CaseDays {
  readonly caseId: string;
  readonly reference: string;
  /** Of an invented applicant; of others nothing is opened just to be listed. */
  readonly name: string | null;
}

export interface Clock {
  readonly now: Instant;
  readonly today: PlainDate;
  /** Whole days before the real time. */
  readonly daysAhead: number;
}

/** What was asked and could not be done. */
export type Refusal = 'not_ahead' | 'no_such_crossing' | 'border_refused';

// A day of a consulate is a day where it stands.
const CASES = `
  select c.id as "caseId", c.reference, c.state as "caseState", b.state as "bondState",
    (b.post_by at time zone k.time_zone)::date::text as "postBy",
    v.valid_until::text as "visaUntil", v.admitted_on::text as "admittedOn",
    v.departed_on::text as "departedOn", v.leave_by::text as "leaveBy", v.due_on::text as "dueOn",
    e.answer_on::text as "answerOn",
    (f.reply_by at time zone k.time_zone)::date::text as "replyOn",
    (f.appeal_by at time zone k.time_zone)::date::text as "appealOn"
  from visa_case c join consulate k on k.id = c.consulate_id
    left join bond b on b.case_id = c.id
    left join visa v on v.case_id = c.id
    left join evidence_request e on e.case_id = c.id and e.ended_at is null
    left join breach_file f on f.case_id = c.id
  where c.state not in ('draft', 'withdrawn', 'refused') and ($1::uuid is null or c.id = $1)
  order by c.state_since desc limit ${CASES_MAX}`;

type Days = Omit<CaseDays, 'caseState' | 'bondState'>;
type CaseRow = { readonly [K in keyof Days]: string | null } & {
  readonly caseId: string;
  readonly reference: string;
  readonly caseState: string;
  readonly bondState: string | null;
};

const dayOf = (text: string | null): PlainDate | null => (text ? dayFromIso(text) : null);

export class Stage {
  private constructor(
    private readonly settings: MachineSettings,
    private readonly admin: pg.Pool,
    private readonly source: DataSource,
    private readonly context: INestApplicationContext,
    private readonly post: BorderPost,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  static async enter(settings: MachineSettings, config: Config): Promise<Stage> {
    const { adminUrl, folder, apiUrl } = settings;
    const context = await NestFactory.createApplicationContext(OfficerModule.forRoot(config), {
      logger: false,
    });
    const { entities } = context.get(DataSource).options;
    const source = await new DataSource({ ...sourceOptions(adminUrl, 1), entities }).initialize();
    const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
    admin.on('error', () => undefined); // a broken connection shows in the query that needs it
    const { clientId, privateJwk } = borderPostOf(folder);
    const post = { clientId, key: await borderKey(privateJwk), apiUrl };
    const cases = casesOf(folder);
    const names = new Map(
      applicants.map((a) => [cases[a.user] ?? '', `${a.givenNames} ${a.familyName}`]),
    );
    return new Stage(settings, admin, source, context, post, names);
  }

  async leave(): Promise<void> {
    await this.context.close();
    await this.source.destroy();
    await this.admin.end();
  }

  async clock(): Promise<Clock> {
    const { rows } = await this.admin.query<{ now: Date; ahead: number }>(
      'select app.legal_now() as now, offset_seconds::int / 86400 as ahead from legal_clock',
    );
    const now = instantFromDate(rows[0]!.now);
    return { now, today: dayIn(now, 'UTC'), daysAhead: rows[0]!.ahead };
  }

  async cases(caseId: string | null = null): Promise<StagedCase[]> {
    const { rows } = await this.admin.query<CaseRow>(CASES, [caseId]);
    return rows.map((row) => ({
      ...row,
      name: this.names.get(row.caseId) ?? null,
      postBy: dayOf(row.postBy),
      visaUntil: dayOf(row.visaUntil),
      admittedOn: dayOf(row.admittedOn),
      departedOn: dayOf(row.departedOn),
      leaveBy: dayOf(row.leaveBy),
      dueOn: dayOf(row.dueOn),
      answerOn: dayOf(row.answerOn),
      replyOn: dayOf(row.replyOn),
      appealOn: dayOf(row.appealOn),
    }));
  }

  /** Jobs and events that the worker could take now and has not finished. */
  async atWork(): Promise<number> {
    const { rows } = await this.admin.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job
       where state < 'completed' and start_after <= now() and name not like '\\_\\_%'`,
    );
    return rows[0]!.count;
  }

  /**
   * The law's clock goes on to the middle of a day, the processor's by as much, and the worker looks at
   * once for what is due. With `complete`, the border states that it has sent everything before.
   */
  async goTo(day: PlainDate, complete: boolean): Promise<Refusal | null> {
    const moved = await this.admin.query<{ seconds: number }>(
      `with step as (
         select ceil(extract(epoch from $1::timestamptz - app.legal_now()))::bigint as seconds)
       update legal_clock set offset_seconds = offset_seconds + step.seconds from step
       where step.seconds > 0 returning step.seconds::float8 as seconds`,
      [`${day}${MIDDAY}`],
    );
    if (!moved.rows[0]) return 'not_ahead';
    await this.moveProcessor(moved.rows[0].seconds);
    if (complete && !(await this.completeThrough(addDays(day, -1)))) return 'border_refused';
    await this.sweep();
    return null;
  }

  /** The border post reports one traveller, now by the law's clock. */
  async reports(kind: CrossingKind, caseId: string): Promise<Refusal | null> {
    const [found] = await this.cases(caseId);
    if (!found || !crossingsOf(found).includes(kind)) return 'no_such_crossing';
    const { issuingState: state, number: passport } = await this.passportOf(caseId);
    const at = (await this.clock()).now.toString();
    const answer = await reportCrossing(this.post, { kind, passport, state, port: PORT, at });
    return answer.ok ? null : 'border_refused';
  }

  private async passportOf(caseId: string) {
    const { rows } = await this.admin.query<{ id: string }>(
      'select travel_document_id as id from visa_case where id = $1',
      [caseId],
    );
    return new Database(this.source).write(CTX, (tx) =>
      this.context.get(Identity).document(tx, rows[0]!.id, 'demonstration'),
    );
  }

  private async completeThrough(day: PlainDate): Promise<boolean> {
    return (await reportMark(this.post, { port: PORT, through: `${day}` })).ok;
  }

  private async moveProcessor(seconds: number): Promise<void> {
    const { emulatorUrl } = this.settings;
    if (!emulatorUrl) return;
    const body = JSON.stringify({ advance_seconds: seconds });
    await fetch(new URL('/_emulator/clock', emulatorUrl), { method: 'POST', body });
  }

  private sweep(): Promise<void> {
    return new Database(this.source).write(CTX, (tx) =>
      this.context.get(Jobs).enqueue(tx, 'sweep', {}),
    );
  }
}
