import { Raw, type FindOperator } from 'typeorm';

/**
 * SQL: the row is in one of these states. Made from a lifecycle's own lists, so that no statement
 * and no index types them again; literals, since the planner takes a partial index for no less.
 */
export const inStates = (states: readonly string[], column = 'state'): string =>
  `${column} in (${listed(states)})`;

export const notInStates = (states: readonly string[], column = 'state'): string =>
  `${column} not in (${listed(states)})`;

/** The same for TypeORM, whose own In() makes parameters. */
export const stateIn = <S extends string>(states: readonly S[]): FindOperator<S> =>
  Raw((column) => inStates(states, column)) as FindOperator<S>;

// Names of states are our own words: nothing in them ends a literal.
const listed = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');
