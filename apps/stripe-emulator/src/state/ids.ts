import { randomInt } from 'node:crypto';

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
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

export function randomDigits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}
