import { randomInt } from 'node:crypto';

/** One of so many, from 0. */
type Draw = (choices: number) => number;

let draw: Draw = (choices) => randomInt(choices);

/** From now on the ids of this process follow from a number: the same calls in the same order get the same. */
export function drawIdsFrom(seed: number): void {
  let state = seed >>> 0;
  // mulberry32: nobody need be kept from guessing, as a test's ids are no secret.
  draw = (choices) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * choices);
  };
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** What follows the prefix in Stripe's own ids: a fixed start and a number of letters. */
const FORMS = {
  pi: 'pi_3:23',
  ch: 'ch_3:23',
  /** A charge and a refund that no card network carries. */
  py: 'py_3:23',
  pyr: 'pyr_1:23',
  re: 're_3:23',
  du: 'du_1:23',
  txn: 'txn_3:23',
  pm: 'pm_1:23',
  cs: 'cs_test_a1:56',
  cus: 'cus_:14',
  ccsbtxn: 'ccsbtxn_1:23',
  po: 'po_1:23',
  issfr: 'issfr_1:23',
  file: 'file_1:23',
  evt: 'evt_1:23',
  we: 'we_1:23',
  li: 'li_1:23',
  price: 'price_1:23',
  prod: 'prod_:14',
  req: 'req_:14',
  task: 'task_:16',
} as const;

export type IdPrefix = keyof typeof FORMS;

export function newId(prefix: IdPrefix): string {
  const [start = '', length = '0'] = FORMS[prefix].split(':');
  return start + randomLetters(Number(length));
}

export function randomLetters(length: number): string {
  return Array.from({ length }, () => LETTERS[draw(LETTERS.length)]).join('');
}

export function randomDigits(length: number): string {
  return Array.from({ length }, () => String(draw(10))).join('');
}
