import type { Books } from '../books.ts';

export interface Scenario {
  readonly name: string;
  readonly walk: (books: Books) => Promise<void>;
}
