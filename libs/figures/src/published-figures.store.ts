import { dayFromIso, instantFromDate, type Instant } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { TOTAL, type Figure } from './domain/figures.ts';
import type { Quarter } from './domain/quarter.ts';
import { PublishedFigure } from './published-figure.entity.ts';

/** Quarters that a page offers: five years. */
const QUARTERS_MAX = 20;
/** SQL: each quarter has this figure, and once. */
const ONE_A_QUARTER = `part = 'endings' and name = '${TOTAL}'`;

export interface ToldFigure extends Figure {
  /** What the database had learned by then counts; wall clock. */
  readonly asOf: Instant;
}

interface QuarterRow {
  readonly programmeCode: string;
  readonly quarter: string;
}

@Injectable()
export class PublishedFigures {
  async add(tx: Tx, figures: readonly PublishedFigure[]): Promise<void> {
    await tx.manager.getRepository(PublishedFigure).insert([...figures]);
  }

  /** Quarters that have been told, the newest first. */
  async quarters(tx: Tx, programmeCode: string): Promise<Quarter[]> {
    const rows = await tx.query<{ quarter: string }>(
      `select quarter::text from published_figure where programme_code = $1 and ${ONE_A_QUARTER}
       order by published_figure.quarter desc limit ${QUARTERS_MAX}`,
      [programmeCode],
    );
    return rows.map((row) => dayFromIso(row.quarter));
  }

  /** Everything that has been told, by programme and quarter. */
  async told(tx: Tx): Promise<{ programmeCode: string; quarter: Quarter }[]> {
    const rows = await tx.query<QuarterRow>(
      `select programme_code as "programmeCode", quarter::text from published_figure
       where ${ONE_A_QUARTER} order by 1, 2`,
    );
    return rows.map((row) => ({ ...row, quarter: dayFromIso(row.quarter) }));
  }

  async of(tx: Tx, programmeCode: string, quarter: Quarter): Promise<ToldFigure[]> {
    const rows = await tx.query<Figure & { asOf: Date }>(
      `select part, name, value, as_of as "asOf" from published_figure
       where programme_code = $1 and quarter = $2`,
      [programmeCode, `${quarter}`],
    );
    return rows.map((row) => ({ ...row, asOf: instantFromDate(row.asOf) }));
  }
}
