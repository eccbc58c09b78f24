import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stay ends between its admission and the last day that the visa allows, and a submission says
 * when the journey is planned, which the passport must outlast.
 * Locks: visa exclusively while its rows are read once (seconds at a million); case_submission briefly.
 * Fails, naming the constraint, where a stay outside was recorded before: such a row is a person's to
 * correct first. Back out: drop the constraint and the two columns.
 */
export class StaysAndPlans1764100000041 implements MigrationInterface {
  name = 'StaysAndPlans1764100000041';

  async up(q: QueryRunner): Promise<void> {
    await q.query(STAY);
    await q.query(PLAN);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAY = `
  alter table visa add constraint visa_leave_by
    check (leave_by between admitted_on and admitted_on + stay_days)`;

// Null in what was submitted before: what is frozen is never filled in afterwards.
const PLAN = `
  alter table case_submission
    add column arrives_on date,
    add column stay_days integer constraint case_submission_stay_days check (stay_days > 0),
    add constraint case_submission_plan check ((arrives_on is null) = (stay_days is null))`;
