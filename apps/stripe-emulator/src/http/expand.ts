/** `expand[]`: ids in an answer are replaced by the objects they name. */
import type { Kind } from '../state/kinds.ts';
import type { Store } from '../state/store.ts';
import { listOf } from './lists.ts';
import { invalid } from './errors.ts';
import { isExpandable } from './schema.ts';

const DEEPEST = 4;

/** Which kind of row an id names, by its prefix. */
const KIND_BY_PREFIX: Record<string, Kind> = {
  pi: 'payment_intent',
  ch: 'charge',
  py: 'charge',
  du: 'dispute',
  re: 'refund',
  pyr: 'refund',
  txn: 'balance_transaction',
  cus: 'customer',
  pm: 'payment_method',
  po: 'payout',
  ccsbtxn: 'customer_cash_balance_transaction',
};

type Plain = Record<string, unknown>;

/** Returns the answer, or a copy of it with everything that was asked for in place. */
export function expand(store: Store, answer: object, paths: readonly string[]): object {
  if (paths.length === 0) return answer;
  const copy = structuredClone(answer) as Plain;
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > DEEPEST) {
      throw invalid(
        `You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`,
        'expand',
      );
    }
    expandPath(store, copy, parts, path);
  }
  return copy;
}

function expandPath(store: Store, node: Plain, parts: string[], path: string): void {
  const [field, ...rest] = parts;
  if (field === undefined) return;
  if (node['object'] === 'list') {
    if (field !== 'data') throw cannot(path);
    for (const item of node['data'] as Plain[]) expandPath(store, item, rest, path);
    return;
  }
  if (!isExpandable(String(node['object']), field)) throw cannot(path);
  const value = node[field] ?? leftOut(store, node, field);
  const target = typeof value === 'string' ? structuredClone(byId(store, value)) : value;
  if (!target) return;
  node[field] = target;
  expandPath(store, target as Plain, rest, path);
}

function byId(store: Store, id: string): unknown {
  const kind = KIND_BY_PREFIX[id.split('_')[0] ?? ''];
  return (kind && store.get(kind, id)) ?? id;
}

/** Lists that are part of an object only when asked for. */
function leftOut(store: Store, node: Plain, field: string): unknown {
  const id = String(node['id']);
  if (node['object'] === 'checkout.session' && field === 'line_items') {
    const items = store.get('emulator.session', id)?.items ?? [];
    return structuredClone(listOf(items, `/v1/checkout/sessions/${id}/line_items`));
  }
  if (node['object'] === 'charge' && field === 'refunds') {
    const refunds = store.all('refund').filter((refund) => refund.charge === id);
    return structuredClone(listOf(refunds.reverse(), `/v1/charges/${id}/refunds`));
  }
  return undefined;
}

function cannot(path: string) {
  return invalid(`This property cannot be expanded (${path}).`, 'expand');
}
