import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programmes set two more rules: how long after the leave-by date a missing departure is asked about,
 * and how long there is to answer. Versions that stand get them with the values that are shipped:
 * neither contradicts what those versions say, and without them they could not be applied. The trigger
 * that keeps versions from changing is off for this one statement.
 * Locks: programme_version, exclusively and briefly; it has a handful of rows.
 * Back out: forward only; older programs read the rules and pass over what they do not know.
 */
export class RulesOfSilence1764100000361 implements MigrationInterface {
  name = 'RulesOfSilence1764100000361';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table programme_version disable trigger keep_version');
    await q.query(ADD, [JSON.stringify(VALUES), JSON.stringify(BASIS)]);
    await q.query('alter table programme_version enable trigger keep_version');
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const VALUES = { missingDaysAfter: 7, evidenceDays: 14 };

const ours = (source: string) => ({ tag: 'D', source });
const BASIS = {
  missingDaysAfter: ours('No figure is published; time for late border records'),
  evidenceDays: ours('No figure is published; as long as for a reply to a notice'),
};

// What a version says already wins.
const ADD = `
  update programme_version
  set rules = $1::jsonb || rules
    || jsonb_build_object('basis', $2::jsonb || coalesce(rules->'basis', '{}'))`;
