import { AsideProposals, AsideQueries } from '#departure';
import { Database } from '#platform';
import { MovementQueries, Movements, RecordReading } from '#travel';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { AsidePeople } from './aside-people.service.ts';

/** A record that was set aside, with all that decides what becomes of it. */
@Injectable()
export class AsideContents {
  constructor(
    private readonly database: Database,
    private readonly lines: MovementQueries,
    private readonly reading: RecordReading,
    private readonly movements: Movements,
    private readonly queries: AsideQueries,
    private readonly proposals: AsideProposals,
    private readonly people: AsidePeople,
  ) {}

  /** What the border wrote is opened, so it is in the trail. Throws what becomes "there is none". */
  one(ctx: StaffCtx, id: string) {
    return this.database.write(ctx, async (tx) => {
      const [line, movement] = [await this.lines.find(tx, id), await this.movements.find(tx, id)];
      const proposals = await this.queries.ofMovement(tx, id);
      const isOurs = line?.state === 'set_aside' || proposals.length > 0;
      if (!line || !movement || !isOurs) throw new NotFoundException();
      const standing = (await this.queries.standings(tx, [id])).get(id)!;
      const open = proposals.find((p) => p.state === 'proposed' || p.state === 'approved') ?? null;
      const ids = proposals.flatMap((p) => [p.proposedBy, p.decidedBy]);
      return {
        ...{ line, proposals, standing, open, now: tx.now },
        said: await this.reading.ofRecord(tx, movement),
        needsTwo: await this.proposals.needsTwo(tx, movement),
        ...(await this.people.of(tx, line.personId, [...ids, standing.holder])),
      };
    });
  }
}

export type AsideContent = Awaited<ReturnType<AsideContents['one']>>;
