// The way to a bond that is held, and on to the journey: other journeys begin where it ends. The whole
// way inspects these pages, so nobody does here.
import type { CardName } from '../../apps/stripe-emulator/src/payment-methods/cards.ts';
import type { Applicant } from './applicant.ts';
import type { Officer } from './officer.ts';
import type { Stage } from './stage.ts';

/** Signs up, applies, and is asked for a bond by an officer who is signed in. */
export async function isDirected(applicant: Applicant, officer: Officer): Promise<void> {
  const inspected = [applicant.window.inspects, officer.window.inspects] as const;
  applicant.window.inspects = officer.window.inspects = false;
  await applicant.signsUp();
  await applicant.applies();
  await applicant.submits();
  await officer.opens('/');
  await officer.takesTheNextCase();
  await officer.confirmsThePassport(applicant.reference);
  await officer.directs(applicant.reference);
  await applicant.seesSituation('bond_to_sign');
  [applicant.window.inspects, officer.window.inspects] = inspected;
}

/** Signs up, applies and signs for what the officer directs. */
export async function signsForTheBond(applicant: Applicant, officer: Officer): Promise<void> {
  applicant.window.inspects = officer.window.inspects = false;
  await officer.signsIn();
  await isDirected(applicant, officer);
  await applicant.signsTheUndertaking();
  applicant.window.inspects = officer.window.inspects = true;
}

/** The same, and pays. */
export async function postsTheBond(
  applicant: Applicant,
  officer: Officer,
  card: CardName = 'visa',
): Promise<void> {
  await signsForTheBond(applicant, officer);
  applicant.window.inspects = officer.window.inspects = false;
  await applicant.pays(card);
  await applicant.seesSituation('bond_held');
  applicant.window.inspects = officer.window.inspects = true;
}

/** Gets the visa as well, and enters; until that day when the border says one. */
export async function entersTheCountry(
  stage: Stage,
  applicant: Applicant,
  officer: Officer,
  until?: string,
): Promise<void> {
  await postsTheBond(applicant, officer);
  applicant.window.inspects = officer.window.inspects = false;
  await officer.issuesTheVisa(applicant.reference);
  await stage.border('admitted', applicant.passport, until);
  await applicant.seesSituation('travelling');
  applicant.window.inspects = officer.window.inspects = true;
}
