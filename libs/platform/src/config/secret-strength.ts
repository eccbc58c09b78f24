/** Of two million drawn in the shortest form that people keep, 16 bytes in hexadecimal, none had fewer than 84. */
const BITS_MIN = 80;

const shannon = (symbols: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const s of symbols) counts.set(s, (counts.get(s) ?? 0) + 1);
  const n = symbols.length;
  return [...counts.values()].reduce((sum, c) => sum + c * Math.log2(n / c), 0);
};

/**
 * How many bits a secret has at most, by how its symbols are spread and by the steps between them:
 * repeated letters have none, nor has 1, 2, 3. What is random passes by far; what is not may pass.
 */
function bitsAtMost(secret: Uint8Array): number {
  const symbols = [...secret];
  const steps = symbols.slice(1).map((s, i) => (s - (symbols[i] ?? 0) + 256) % 256);
  return Math.min(shannon(symbols), shannon(steps));
}

/** Secrets by the name of their setting, in the form in which their bytes are spread. */
export type Secrets = ReadonlyMap<string, Uint8Array>;

/** Those that nobody drew at random, and those that stand in more than one place. */
export function worthlessSecrets(secrets: Secrets): string[] {
  const all = [...secrets].map(([name, bytes]) => ({ name, bytes, text: bytes.join(',') }));
  const weak = all
    .filter(({ bytes }) => bitsAtMost(bytes) < BITS_MIN)
    .map(({ name }) => `${name}: not random enough; make one with: openssl rand -base64 32`);
  const twice = all.flatMap(({ name, text }, i) =>
    all
      .slice(i + 1)
      .filter((other) => other.text === text)
      .map((other) => `${name}, ${other.name}: each needs a secret of its own`),
  );
  return [...weak, ...twice];
}
