import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';

export type PlaceRefusal = 'unknown_programme' | 'unknown_port';

/** For which programme and ports a border system may be let in: a record from another is nobody's. */
@Injectable()
export class ReportingPlaces {
  constructor(private readonly programmes: Programmes) {}

  /** Ports that were listed once count as well: what is reported from them goes to a person (R14). */
  async mayReportFrom(
    tx: Tx,
    programmeCode: string,
    ports: readonly string[],
  ): Promise<Result<true, PlaceRefusal>> {
    if (!(await this.programmes.isKnown(tx, programmeCode))) {
      return refused('unknown_programme', { field: 'programmeCode' });
    }
    const listed = new Set((await this.programmes.ports(tx, programmeCode)).map((p) => p.code));
    const isListed = ports.length > 0 && ports.every((port) => listed.has(port));
    return isListed ? ok(true) : refused('unknown_port', { field: 'ports' });
  }
}
