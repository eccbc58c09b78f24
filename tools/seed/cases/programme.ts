// The programme under which the invented cases were opened, and who works on them.
import { dayOf, type Vault } from '#platform';
import { money, type Money } from '#kernel';
import type { Rules } from '#programme';
import type pg from 'pg';
import type { ApplyFacts } from '../../../apps/portal/src/apply/apply-page.ts';

const PROGRAMME = 'mali-us';

interface ConsulateRow {
  readonly id: string;
  readonly timeZone: string;
}

export interface SeedProgramme {
  readonly vault: Vault;
  readonly code: string;
  readonly version: number;
  readonly rules: Rules;
  readonly rulesSince: Date;
  readonly legalReference: string;
  readonly amount: Money;
  readonly consulates: readonly ConsulateRow[];
  /** What the application form has to know. */
  readonly facts: Omit<ApplyFacts, 'answers' | 'today' | 'lang'>;
}

interface ProgrammeRow {
  readonly version: number;
  readonly rules: Rules;
  readonly since: Date;
  readonly legalReference: string;
  readonly bondedNationality: string;
  readonly currency: string;
}

export async function readProgramme(admin: pg.Client, vault: Vault): Promise<SeedProgramme> {
  const { rows } = await admin.query<ProgrammeRow>(
    `select v.version, v.rules, v.effective_from::timestamptz as since,
       v.legal_reference as "legalReference", p.bonded_nationality as "bondedNationality", p.currency
     from programme p join programme_version v on v.programme_code = p.code
     where p.code = $1 and v.effective_from <= current_date order by v.version desc limit 1`,
    [PROGRAMME],
  );
  const row = rows[0];
  if (!row) throw new Error(`the programme ${PROGRAMME} is not installed`);
  const { version, rules, since: rulesSince, legalReference, bondedNationality } = row;
  const { purposes, stayDays: stayDaysMax, passportMarginMonths } = rules;
  return {
    ...{ vault, code: PROGRAMME, version, rules, rulesSince, legalReference },
    amount: money(BigInt(rules.defaultTierMinor), row.currency),
    consulates: await consulates(admin),
    facts: {
      ...{ bondedNationality, purposes, stayDaysMax, passportMarginMonths },
      ports: await ports(admin),
    },
  };
}

async function consulates(admin: pg.Client): Promise<ConsulateRow[]> {
  const { rows } = await admin.query<ConsulateRow>(
    `select id, time_zone as "timeZone" from consulate where programme_code = $1 order by id`,
    [PROGRAMME],
  );
  return rows;
}

async function ports(admin: pg.Client): Promise<SeedProgramme['facts']['ports']> {
  const { rows } = await admin.query<{ code: string; name: string; zone: string; from: string }>(
    `select code, name, time_zone as zone, listed_from::text as "from" from port
     where programme_code = $1`,
    [PROGRAMME],
  );
  return rows.map(({ code, name, zone, from }) => ({
    ...{ code, name, timeZone: zone, listedFrom: dayOf(from), listedUntil: null },
  }));
}
