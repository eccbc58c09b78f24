// Puts the shipped programmes into a database, as its owner. Erasable TypeScript: Node runs it.
import type { Client } from 'pg';
import { problemsOfContact } from '../domain/contact.ts';
import type { ProgrammeVersionState } from '../domain/programme.lifecycle.ts';
import { problemsOf } from '../domain/rules.ts';
import { maliUs } from './mali-us.ts';
import { demonstrationVersion } from './demonstration.ts';
import type { ShippedProgramme, ShippedVersion } from './shipped.ts';
import { problemsOfPlaces } from './shipped-problems.ts';
import { usPilot2025 } from './us-pilot-2025.ts';

export const shippedProgrammes: readonly ShippedProgramme[] = [maliUs, usPilot2025];

/** The same with a version under which nobody who tries the portal has to wait for a refund. */
export const demonstrationProgrammes: readonly ShippedProgramme[] = [
  { ...maliUs, versions: [...maliUs.versions, demonstrationVersion] },
  usPilot2025,
];

/** A version in one of these takes or keeps force on its day. */
const TAKES_FORCE = ['approved', 'in_force'] as const satisfies readonly ProgrammeVersionState[];

// Of the versions whose day has come, the latest is in force and the others are superseded.
const TAKE_FORCE = `
  update programme_version v
  set state = case when v.version = (
      select version from programme_version
      where programme_code = $1 and state <> 'draft' and effective_from <= app.legal_now()::date
      order by effective_from desc limit 1
    ) then 'in_force' else 'superseded' end
  where programme_code = $1 and state = any($2)
    and effective_from <= app.legal_now()::date`;

/** Repeatable. Adds what is missing and never touches what officers or operators changed since. */
export async function installProgrammes(
  client: Client,
  programmes: readonly ShippedProgramme[] = shippedProgrammes,
): Promise<void> {
  for (const programme of programmes) {
    const problems = problemsOfPlaces(programme);
    if (problems.length) throw new Error(`${programme.code}: ${problems.join('; ')}`);
    await client.query(
      `insert into programme (id, code, issuing_state, bonded_nationality, currency, state,
                              state_reason, state_since)
       values ($1, $2, $3, $4, $5, $6, $7, $8::date at time zone 'UTC') on conflict (code) do nothing`,
      [
        programme.id,
        programme.code,
        programme.issuingState,
        programme.bondedNationality,
        programme.currency,
        programme.state,
        programme.stateReason,
        programme.stateSince,
      ],
    );
    for (const version of programme.versions) await installVersion(client, programme.code, version);
    await client.query(TAKE_FORCE, [programme.code, TAKES_FORCE]);
    await installPlaces(client, programme);
  }
}

async function installVersion(client: Client, code: string, v: ShippedVersion): Promise<void> {
  const problems = problemsOf(v.rules);
  if (problems.length) throw new Error(`${code} version ${v.version}: ${problems.join('; ')}`);
  const content = [code, v.version, v.effectiveFrom, v.legalReference, JSON.stringify(v.rules)];
  const added = await client.query(
    `insert into programme_version
       (programme_code, version, state, effective_from, legal_reference, rules)
     values ($1, $2, 'approved', $3, $4, $5) on conflict do nothing`,
    content,
  );
  if (added.rowCount === 1) return;
  const { rowCount } = await client.query(
    `select 1 from programme_version
     where programme_code = $1 and version = $2 and effective_from = $3 and legal_reference = $4
       and rules = $5::jsonb`,
    content,
  );
  // Cases were opened under it: law is changed by a new version, never in place.
  if (rowCount !== 1) {
    throw new Error(`${code} version ${v.version} is in force with other content: ship a new one`);
  }
}

async function installPlaces(client: Client, programme: ShippedProgramme): Promise<void> {
  for (const c of programme.consulates) {
    const problems = problemsOfContact(c.contact);
    if (problems.length) throw new Error(`${programme.code}, ${c.city}: ${problems.join('; ')}`);
    const contact = JSON.stringify(c.contact);
    await client.query(
      `insert into consulate (id, programme_code, city, country, time_zone, contact)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [c.id, programme.code, c.city, c.country, c.timeZone, contact],
    );
    await client.query('update consulate set contact = $2 where id = $1 and contact is null', [
      c.id,
      contact,
    ]);
  }
  for (const p of programme.ports) {
    await client.query(
      `insert into port (id, programme_code, code, name, time_zone, listed_from)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [p.id, programme.code, p.code, p.name, p.timeZone, p.listedFrom],
    );
  }
}
