// Verbs for tests of the books: each is one call of one function under the login that may call it.
import { expect } from '@jest/globals';
import type { Login } from '../../tools/database.ts';
import { freshDatabase } from '../support/database.ts';
import { BooksDoor, type Row } from './books-door.ts';
import { full, idOf, nothing } from './names.ts';
import type { Figures, Receipt, Reserve } from './names.ts';

export { full, idOf, type Figures } from './names.ts';

export class Books extends BooksDoor {
  static async open(): Promise<Books> {
    return new Books(await freshDatabase());
  }

  receive(bond: string | null, p: Receipt = {}): Promise<Row[]> {
    const { payment = `pi_${bond}`, amount = full, currency = 'USD' } = p;
    const toBond = p.toBond ?? (bond === null ? 0n : amount);
    return this.rows('worker', 'select * from ledger.receive($1, $2, $3, $4, $5, $6, now())', [
      idOf(payment),
      amount,
      currency,
      bond === null ? null : idOf(bond),
      toBond,
      p.cause ?? `${payment}:paid`,
    ]);
  }

  match(payment: string, bond: string, amount: bigint, cause: string, currency = 'USD') {
    return this.value('worker', 'select ledger.match($1, $2, $3, $4, $5, now())', [
      idOf(payment),
      idOf(bond),
      amount,
      currency,
      cause,
    ]);
  }

  fee(payment: string, amount: bigint, cause: string, login: Login = 'worker') {
    const sql = `select ledger.fee($1, $2, 'USD', $3, now())`;
    return this.value(login, sql, [idOf(payment), amount, cause]);
  }

  byRule(decision: string, owner: string, refund = full, login: Login = 'worker') {
    return this.rows(
      login,
      `insert into ledger.decision (id, owner_id, refund, currency, rule, decided_at)
       values ($1, $2, $3, 'USD', 'R15a', now())`,
      [idOf(decision), idOf(owner), refund],
    );
  }

  ask(
    decision: string,
    owner: string,
    refund: bigint,
    forfeit: bigint,
    p = { by: 'ama', as: 'ama' },
  ) {
    return this.inTheNameOf(
      p.as,
      `insert into ledger.decision (id, owner_id, refund, forfeit, currency, requested_by, decided_at)
       values ($1, $2, $3, $4, 'USD', $5, now())`,
      [idOf(decision), idOf(owner), refund, forfeit, idOf(p.by)],
    );
  }

  approve(decision: string, p = { by: 'boubacar', as: 'boubacar' }) {
    const sql = 'update ledger.decision set approved_by = $2 where id = $1';
    return this.inTheNameOf(p.as, sql, [idOf(decision), idOf(p.by)]);
  }

  async byTwo(decision: string, owner: string, refund: bigint, forfeit: bigint) {
    await this.ask(decision, owner, refund, forfeit);
    await this.approve(decision);
  }

  async reserve(owner: string, p: Reserve): Promise<number> {
    const seq = await this.value(
      p.login ?? 'worker',
      'select ledger.reserve($1, $2, $3, $4, $5, $6, $7, now())',
      [
        idOf(owner),
        p.code ?? 'refund',
        p.to ?? 'processor:clearing',
        p.amount ?? full,
        p.currency ?? 'USD',
        idOf(p.decision),
        `disbursement:${p.disbursement}:reserved`,
      ],
    );
    return seq as number;
  }

  forfeit(bond: string, amount: bigint, decision: string): Promise<number> {
    const way = { code: 'forfeit', to: 'state:forfeited', login: 'officer' } as const;
    return this.reserve(bond, { ...way, amount, decision, disbursement: `${decision}_forfeit` });
  }

  private news(step: string, owner: string, seq: number, cause: string, login: Login = 'worker') {
    const sql = `select ledger.${step}($1, $2, $3, now())`;
    return this.value(login, sql, [idOf(owner), seq, cause]);
  }

  settle(owner: string, seq: number, cause: string, login?: Login) {
    return this.news('settle', owner, seq, cause, login);
  }

  void(owner: string, seq: number, cause: string) {
    return this.news('void', owner, seq, cause);
  }

  takeBack(owner: string, seq: number, cause: string) {
    return this.news('take_back', owner, seq, cause);
  }

  remit(owner: string, seq: number, cause: string) {
    return this.news('remit', owner, seq, cause);
  }

  won(owner: string, seq: number, cause: string) {
    return this.news('dispute_won', owner, seq, cause);
  }

  /** What the bond paid and what the operator bears. */
  async lost(owner: string, seq: number, cause: string): Promise<[bigint, bigint]> {
    const sql = 'select charged_back, lost from ledger.dispute_lost($1, $2, $3, now())';
    const [row] = await this.rows('worker', sql, [idOf(owner), seq, cause]);
    return [row?.charged_back as bigint, row?.lost as bigint];
  }

  rescind(bond: string, seq: number, decision: string, cause: string) {
    const sql = 'select ledger.rescind($1, $2, $3, $4, now())';
    return this.value('worker', sql, [idOf(bond), seq, idOf(decision), cause]);
  }

  async disputed(owner: string, amount: bigint, cause: string, currency = 'USD'): Promise<number> {
    const sql = 'select ledger.dispute_withdrawn($1, $2, $3, $4, now())';
    return (await this.value('worker', sql, [idOf(owner), amount, currency, cause])) as number;
  }

  elsewhere(payment: string, amount: bigint, cause: string, login: Login = 'worker') {
    const sql = `select ledger.returned_elsewhere($1, $2, 'USD', $3, now())`;
    return this.value(login, sql, [idOf(payment), amount, cause]);
  }

  cameBack(payment: string, left: string, cause: string, toSuspense = false) {
    const sql = 'select ledger.came_back($1, $2, $3, now(), $4)';
    return this.value('worker', sql, [idOf(payment), left, cause, toSuspense]);
  }

  taken(payment: string, amount: bigint, dispute: string) {
    const sql = `select ledger.withdrawn($1, $2, 'USD', $3, now())`;
    return this.value('worker', sql, [idOf(payment), amount, `${dispute}:withdrawn`]);
  }

  decided(payment: string, dispute: string, won: boolean) {
    const sql = 'select ledger.decided($1, $2, $3, $4, now())';
    const cause = `${dispute}:${won ? 'won' : 'lost'}`;
    return this.value('worker', sql, [idOf(payment), `${dispute}:withdrawn`, won, cause]);
  }

  treasury(owner: string, code: string, amount: bigint, cause: string) {
    const sql = `select ledger.treasury($1, $2, $3, 'USD', $4, now())`;
    return this.value('worker', sql, [idOf(owner), code, amount, cause]);
  }

  async figuresOf(bond: string): Promise<Figures> {
    const [row] = await this.rows(
      'auditor',
      `select paid, refunded, forfeited, charged_back as "chargedBack", held, reserved, borne
       from ledger.bond where owner_id = $1`,
      [idOf(bond)],
    );
    return (row as Figures | undefined) ?? nothing;
  }

  /** Exactly these figures, everything unnamed being nothing; and the oracle is clean. */
  async figures(bond: string, expected: Partial<Figures>): Promise<void> {
    expect(await this.figuresOf(bond)).toEqual({ ...nothing, ...expected });
    await this.isClean();
  }

  async isClean(): Promise<void> {
    expect(await this.rows('auditor', 'select * from ledger.oracle')).toEqual([]);
  }

  async account(owner: string): Promise<{ held: bigint; reserved: bigint }> {
    const sql = 'select held, reserved from ledger.account where owner_id = $1';
    const [row] = await this.rows('auditor', sql, [idOf(owner)]);
    return row as { held: bigint; reserved: bigint };
  }

  /** What the rows of these owners add up to on one shared account. */
  async net(account: string, ...owners: string[]): Promise<bigint> {
    const sql = `
      select coalesce(sum(case when debit = $1 then amount when credit = $1 then -amount end), 0)::bigint
      from ledger.transfer where phase in ('post', 'settle') and owner_id = any($2)`;
    return (await this.value('auditor', sql, [account, owners.map(idOf)])) as bigint;
  }

  /** It is refused with this SQLSTATE, and not a row of the books has changed. */
  async refused(state: string, attempt: () => Promise<unknown>): Promise<void> {
    const before = await this.fingerprint();
    const answer = await attempt().then(
      (value) => ({ code: 'not refused', value }),
      (error: unknown) => error,
    );
    expect(answer).toMatchObject({ code: state });
    expect(await this.fingerprint()).toEqual(before);
  }

  private async fingerprint(): Promise<unknown> {
    return this.value(
      'auditor',
      `select array[(select count(*) from ledger.transfer), (select count(*) from ledger.decision),
         (select count(*) from ledger.received_payment), (select count(*) from ledger.account),
         (select coalesce(sum(held * 3 + reserved), 0) from ledger.account)]`,
    );
  }
}
