import type { BenchResult } from '../measure.ts';

export type Bench = (say: (line: string) => void) => Promise<BenchResult>;

export const benches: Readonly<Record<string, Bench>> = {};
