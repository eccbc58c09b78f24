// What waits in breach files, as SQL over the file f: desk, lists and sweeps mean the same. Whether a
// day is over is by the legal clock.

const bondIs = (state: string): string =>
  `exists (select from bond b where b.id = f.bond_id and b.state = '${state}')`;
const hasOpen = (kind: string): string =>
  `exists (select from breach_ruling r where r.file_id = f.id and r.kind = '${kind}'
    and r.state in ('proposed', 'approved'))`;
const QUESTION = `exists (select from breach_question q where q.file_id = f.id
  and q.answered_at is null)`;

/** Lists by name; the order is that of the pages. */
export const breachLists = {
  referred: bondIs('referred'),
  questions: `${QUESTION} and ${bondIs('notice_given')}`,
  replying: `f.reply_by >= app.legal_now() and not ${QUESTION} and ${bondIs('notice_given')}`,
  to_decide: `f.reply_by < app.legal_now() and not ${QUESTION} and ${bondIs('notice_given')}
    and not ${hasOpen('decision')}`,
  proposed: `exists (select from breach_ruling r where r.file_id = f.id
    and r.state = 'proposed')`,
  declared: bondIs('breach_declared'),
  appeals: `${bondIs('appealed')} and not ${hasOpen('appeal')}`,
  all: 'true',
} as const;
export type BreachList = keyof typeof breachLists;
export const isBreachList = (name: string): name is BreachList => name in breachLists;

export const FILES = 'from breach_file f';
export const WITH_BOND = 'join bond b on b.id = f.bond_id';
