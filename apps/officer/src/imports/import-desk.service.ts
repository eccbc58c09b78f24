import { Accounts } from '#identity';
import { Database, type Tx } from '#platform';
import { Programmes } from '#programme';
import { ImportProofs, MovementImportQueries, type MovementImport } from '#travel';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { wishOf } from '../shared/paging.ts';

const MATCHES_SHOWN = 50;
const PROBLEMS_SHOWN = 10;
/** Rows of a file with problems that are read at a time. */
const PROBLEMS_A_TIME = 5_000;

/** Imports as officers' pages show them: those of the programme that somebody works for. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: MovementImportQueries,
    private readonly proofs: ImportProofs,
    private readonly programmes: Programmes,
    private readonly accounts: Accounts,
  ) {}

  /** What somebody may bring records in for: their consulate's programme, or all. */
  mayBringInFor(ctx: StaffCtx): Promise<string[]> {
    return this.database.read(ctx, (tx) => this.programmesOf(tx, ctx));
  }

  list(ctx: StaffCtx, wish: ReturnType<typeof wishOf>) {
    return this.database.read(ctx, async (tx) => {
      const found = await this.queries.list(tx, await this.programmesOf(tx, ctx), wish);
      const names = await this.accounts.staffNames(
        tx,
        found.rows.map((row) => row.sentBy),
      );
      return { found, names, zone: await this.zoneOf(tx, ctx) };
    });
  }

  /** Everything of one. What was typed in is opened, which is in the trail. */
  async one(ctx: StaffCtx, id: string) {
    const sent = await this.existing(ctx, id);
    return this.database.write(ctx, async (tx) => {
      const steps = await this.queries.history(tx, id);
      const people = [sent.sentBy, ...steps.flatMap((step) => step.actorId ?? [])];
      return {
        ...{ sent, steps, zone: await this.zoneOf(tx, ctx) },
        names: await this.accounts.staffNames(tx, [...new Set(people)]),
        problems: await this.queries.problems(tx, id, 0, PROBLEMS_SHOWN),
        outcomes: await this.queries.outcomes(tx, id),
        matches: await this.queries.matches(tx, id, MATCHES_SHOWN),
        record: sent.source === 'hand' ? await this.proofs.recordOf(tx, sent) : null,
        sessionId: tx.sessionId!,
      };
    });
  }

  /** Throws when there is none that this person may see. */
  async existing(ctx: StaffCtx, id: string): Promise<MovementImport> {
    const found = await this.database.read(ctx, async (tx) => {
      const sent = await this.queries.one(tx, id);
      const isTheirs = sent && (await this.programmesOf(tx, ctx)).includes(sent.programmeCode);
      return isTheirs ? sent : null;
    });
    if (!found) throw new NotFoundException();
    return found;
  }

  proof(ctx: StaffCtx, sent: MovementImport) {
    return this.proofs.open(ctx, sent);
  }

  /** All problems by line, read as they are taken. */
  async *problems(ctx: StaffCtx, id: string) {
    for (let line = 0; ;) {
      const from = line;
      const rows = await this.database.read(ctx, (tx) =>
        this.queries.problems(tx, id, from, PROBLEMS_A_TIME),
      );
      yield* rows;
      if (rows.length < PROBLEMS_A_TIME) return;
      line = rows.at(-1)!.line;
    }
  }

  /** What a record that is typed in can be about: ports by code, and whose passports count. */
  programme(ctx: StaffCtx, code: string) {
    return this.database.read(ctx, async (tx) => {
      const [programme, ports] = await Promise.all([
        this.programmes.inForce(tx, code, tx.now.toZonedDateTimeISO('UTC').toPlainDate()),
        this.programmes.ports(tx, code),
      ]);
      const byCode = new Map(ports.map((port) => [port.code, port]));
      return {
        ...{ code, ports: [...byCode.values()], now: tx.now },
        nationality: programme?.bondedNationality ?? '',
      };
    });
  }

  private async programmesOf(tx: Tx, { account }: StaffCtx): Promise<string[]> {
    const consulate =
      account.consulateId && (await this.programmes.consulate(tx, account.consulateId));
    if (consulate) return [consulate.programmeCode];
    return (await this.programmes.all(tx)).map((programme) => programme.code);
  }

  private async zoneOf(tx: Tx, { account }: StaffCtx): Promise<string> {
    if (!account.consulateId) return 'UTC';
    return (await this.programmes.consulate(tx, account.consulateId))?.timeZone ?? 'UTC';
  }
}

export type ImportList = Awaited<ReturnType<ImportDesk['list']>>;
export type ShownImport = Awaited<ReturnType<ImportDesk['one']>>;
export type HandProgramme = Awaited<ReturnType<ImportDesk['programme']>>;
