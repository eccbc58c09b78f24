/**
 * SQL: the row is in one of these states. Made from a lifecycle's own lists, so that no statement
 * and no index types them again; literals, since the planner takes a partial index for no less.
 */
export const inStates = (states: readonly string[], column = 'state'): string =>
  `${column} in (${listed(states)})`;

export const notInStates = (states: readonly string[], column = 'state'): string =>
  `${column} not in (${listed(states)})`;

// Names of states are our own words: nothing in them ends a literal.
const listed = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ');
