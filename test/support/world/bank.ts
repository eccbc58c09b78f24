// The operator's bank: its statements as the treasury brings them, held against the books as the sweep does it.
import { addDays, dayFromIso, isoDay, mustBeOk, type PlainDate } from '#kernel';
import { BankComparing, StatementIntake } from '#treasury';
import { bankStatement, type Booked, type Statement } from '../bank-files.ts';
import type { Somebody } from '../signed-in.ts';
import { Reconciliation } from './reconciliation.ts';
import type { World } from './world.ts';

const decimal = (minor: bigint) => {
  const digits = `${minor < 0n ? -minor : minor}`.padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const minorOf = (amount: string) => BigInt(amount.replace('.', ''));

export class Bank {
  readonly queue: Reconciliation;
  private closing = 0n;
  private to: PlainDate | null = null;

  constructor(
    private readonly world: World,
    private readonly by: Somebody,
  ) {
    this.queue = new Reconciliation(world);
  }

  /** Of the legal clock. */
  async today(days = 0): Promise<string> {
    const sql = `select (app.legal_now() at time zone 'UTC')::date::text as day`;
    const { day } = await this.world.one<{ day: string }>(sql);
    return isoDay(addDays(dayFromIso(day), days));
  }

  /** The next statement: from the day of the last one up to today, with these entries of today. */
  async next(...entries: Booked[]): Promise<Statement> {
    const today = await this.today();
    const closing = entries.reduce((sum, e) => sum + minorOf(e.amount), this.closing);
    return {
      ...{ from: this.to ? isoDay(this.to) : today, to: today, opening: decimal(this.closing) },
      ...{ closing: decimal(closing), entries: entries.map((e) => ({ on: today, ...e })) },
    };
  }

  /** A file as the treasury brings it. */
  async brings(file: string, by = this.by) {
    const intake = this.world.officer.get(StatementIntake);
    const bytes = Buffer.from(file);
    const read = intake.read(bytes);
    return read.ok ? this.world.asOfficer(by, (tx) => intake.keep(tx, bytes, read.value)) : read;
  }

  /** The next statement is brought; its id. */
  async says(...entries: Booked[]): Promise<string> {
    const statement = await this.next(...entries);
    const kept = mustBeOk(await this.brings(bankStatement(statement)));
    this.closing = minorOf(statement.closing);
    this.to = dayFromIso(statement.to!);
    return kept.id;
  }

  /** Once what is new has settled; what differs from the bank now. */
  async compares(): Promise<string[]> {
    await this.queue.later(11);
    await this.world.worker.get(BankComparing).sweep();
    const rows = await this.world.rows<{ what: string }>(
      `select subject || ' ' || kind || ' ' || coalesce(moved_minor, booked_minor) as what
       from money_difference where state <> 'closed' and kind in ('bank_only', 'not_at_bank')
       order by id`,
    );
    return rows.map((row) => row.what);
  }

  /** How each entry found its row of the books, in the order of their statements. */
  async matched(): Promise<string[]> {
    const rows = await this.world.rows<{ what: string }>(
      `select e.amount_minor || ' ' || coalesce(string_agg(m.way || ' ' || t.code, ', '), 'open') as what
       from bank_entry e left join bank_match m on m.entry_id = e.id
       left join ledger.transfer t using (owner_id, seq) group by e.id order by e.id`,
    );
    return rows.map((row) => row.what);
  }

  /** A payout by schedule, booked; what arrives at the bank. */
  async payout(): Promise<string> {
    await this.world.aBond().held();
    await this.world.pass({ days: 3 });
    await this.world.news();
    await this.world.control('payouts', {});
    await this.queue.compares();
    const { amount } = await this.world.one<{ amount: string }>(
      `select amount from ledger.transfer where code = 'payout' order by learned_at desc limit 1`,
    );
    return decimal(BigInt(amount));
  }
}
