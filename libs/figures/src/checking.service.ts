import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { figuresOf } from './domain/figures.ts';
import type { Quarter } from './domain/quarter.ts';
import { FiguresQueries } from './figures.queries.ts';
import { PublishedFigures } from './published-figures.store.ts';

/** A figure that the books do not give. */
export interface WrongFigure {
  readonly quarter: string;
  readonly figure: string;
  readonly published: number | null;
  readonly recomputed: number | null | undefined;
}

/** Counts again what was told, from the books as they were known then. */
@Injectable()
export class FigureChecks {
  constructor(
    private readonly queries: FiguresQueries,
    private readonly published: PublishedFigures,
  ) {}

  async check(tx: Tx, programmeCode: string, quarter: Quarter): Promise<WrongFigure[]> {
    const told = await this.published.of(tx, programmeCode, quarter);
    const [first] = told;
    if (!first) return [];
    const { asOf } = first;
    const counted = await this.queries.count(tx, { programmeCode, quarter, asOf });
    const again = new Map(figuresOf(counted).map((f) => [`${f.part} ${f.name}`, f.value]));
    const wrong = told.flatMap(({ part, name, value: published }) => {
      const figure = `${part} ${name}`;
      const recomputed = again.get(figure);
      again.delete(figure);
      return recomputed === published
        ? []
        : [{ quarter: `${quarter}`, figure, published, recomputed }];
    });
    const left = [...again].map(([figure, recomputed]) => ({
      ...{ quarter: `${quarter}`, figure, published: null, recomputed },
    }));
    return [...wrong, ...left];
  }
}
