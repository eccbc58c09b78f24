// Which names mean an amount of money: amount, minor, money, also with a qualifier after the unit.
const units = new Set(['amount', 'minor', 'money']);
const qualifiers = new Set(['max', 'min', 'total', 'limit']);

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter(Boolean);
}

/** `amountMinorMax` and `amount_minor` do; `amountOfRows` and `minority` do not. */
export function isMoneyName(name: string): boolean {
  const words = wordsOf(name);
  while (words.length > 1 && qualifiers.has(words.at(-1) ?? '')) words.pop();
  return units.has(words.at(-1) ?? '');
}
