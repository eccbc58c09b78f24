import {
  factors,
  isDecisionOutcome,
  isWeight,
  partsOf,
  TEXT_MAX,
  type DecisionOutcome,
  type Factor,
  type GroundView,
  type Weight,
} from '#breach';
import { exponentOf } from '#kernel';
import type { Answers, FieldError } from '#web';

/** What the form must know of the file. */
export interface DecidedOn {
  /** Those that the notice names. */
  readonly grounds: readonly GroundView[];
  readonly heldMinor: bigint;
  readonly currency: string;
  /** The held amount, as the page says it. */
  readonly held: string;
}

export interface DecisionRead {
  readonly outcome: DecisionOutcome;
  readonly forfeitMinor: bigint | null;
  readonly byPost: boolean;
  readonly reasons: string;
  readonly findings: readonly { groundId: string; isEstablished: boolean; reasons: string }[];
  readonly factors: readonly { factor: Factor; weighs: Weight; note: string }[];
}

/** Every field of the form, so that nothing else is taken from a body. */
export const decisionFields = (grounds: readonly Pick<GroundView, 'code'>[]): string[] => [
  ...grounds.flatMap(({ code }) => [`ground_${code}`, `reasons_${code}`]),
  ...factors.flatMap((factor) => [`weighs_${factor}`, `note_${factor}`]),
  ...['outcome', 'forfeit', 'reasons', 'post'],
];

/** An amount as people type it: 3000, 3000.50 or 3 000,50. Null when it is none. */
export function minorOf(text: string, currency: string): bigint | null {
  const digits = exponentOf(currency);
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const found = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(plain);
  if (!found || (found[2]?.length ?? 0) > digits) return null;
  return BigInt(found[1]! + (found[2] ?? '').padEnd(digits, '0'));
}

const P = 'breachForms.decision';

/** What was entered, or every error of it with the field that mends it. */
export function readDecision(
  values: Answers,
  on: DecidedOn,
): { value: DecisionRead | null; errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const findings = on.grounds.map(({ id, code }) => {
    const [answer, reasons] = [values[`ground_${code}`], values[`reasons_${code}`] ?? ''];
    const params = { ground: { key: `states.ground.${code}` } };
    if (answer !== 'yes' && answer !== 'no') {
      errors.push({ field: `ground_${code}`, key: `${P}.groundMissing`, params });
    }
    checkText(errors, `reasons_${code}`, reasons, { key: `${P}.groundReasonsMissing`, params });
    return { groundId: id, isEstablished: answer === 'yes', reasons };
  });
  const weighed = factors.map((factor) => {
    const [weighs, note] = [values[`weighs_${factor}`] ?? '', values[`note_${factor}`] ?? ''];
    const params = { factor: { key: `states.factor.${factor}` } };
    if (!isWeight(weighs)) {
      errors.push({ field: `weighs_${factor}`, key: `${P}.weightMissing`, params });
    }
    checkText(errors, `note_${factor}`, note, { key: `${P}.noteMissing`, params });
    return { factor, weighs: weighs as Weight, note };
  });
  const { outcome = '', reasons = '', post = '' } = values;
  const forfeitMinor = outcome === 'part' ? minorOf(values.forfeit ?? '', on.currency) : null;
  checkOutcome(errors, outcome, forfeitMinor, on);
  checkText(errors, 'reasons', reasons, { key: `${P}.reasonsMissing` });
  if (post !== 'no' && post !== 'yes') errors.push({ field: 'post', key: `${P}.postMissing` });
  if (errors.length > 0 || !isDecisionOutcome(outcome)) return { value: null, errors };
  const byPost = post === 'yes';
  return { value: { outcome, forfeitMinor, byPost, reasons, findings, factors: weighed }, errors };
}

function checkText(
  errors: FieldError[],
  field: string,
  text: string,
  missing: Omit<FieldError, 'field'>,
): void {
  if (text === '') errors.push({ field, ...missing });
  if (text.length > TEXT_MAX) errors.push({ field, key: 'breachForms.notice.long' });
}

function checkOutcome(
  errors: FieldError[],
  outcome: string,
  forfeitMinor: bigint | null,
  { heldMinor, held }: DecidedOn,
): void {
  if (!isDecisionOutcome(outcome)) {
    errors.push({ field: 'outcome', key: `${P}.outcomeMissing` });
  } else if (!partsOf(outcome, heldMinor, forfeitMinor).ok) {
    errors.push({ field: 'forfeit', key: `${P}.forfeitWrong`, params: { held } });
  }
}
