import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programmes set four more rules: how long the passport must outlast the stay, how long a refund made
 * by a rule is kept back, and how many may leave in an hour. Versions that stand get them with the
 * values that are shipped: none of them contradicts what those versions say, and without them they
 * could not be applied. The trigger that keeps versions from changing is off for this one statement.
 * Locks: programme_version, exclusively and briefly; it has a handful of rows.
 * Back out: forward only; older programs read the rules and pass over what they do not know.
 */
export class MoreRules1764100000040 implements MigrationInterface {
  name = 'MoreRules1764100000040';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table programme_version disable trigger keep_version');
    await q.query(ADD, [JSON.stringify(VALUES), JSON.stringify(BASIS)]);
    await q.query('alter table programme_version enable trigger keep_version');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const VALUES = {
  passportMarginMonths: 6,
  refundHoldMinutes: 60,
  refundsPerHour: 120,
  refundsPerHourByClient: 60,
};

const ours = (source: string) => ({ tag: 'D', source });
const BASIS = {
  passportMarginMonths: ours('No figure is published; six months are what most states ask'),
  refundHoldMinutes: ours('No figure is published; time to correct a wrong record'),
  refundsPerHour: ours('No figure is published; beyond it a person looks first'),
  refundsPerHourByClient: ours('No figure is published; beyond it a person looks first'),
};

// What a version says already wins.
const ADD = `
  update programme_version
  set rules = $1::jsonb || rules
    || jsonb_build_object('basis', $2::jsonb || coalesce(rules->'basis', '{}'))`;
