import { CaseQueries, Reviewing } from '#application';
import { countWaiting, Database } from '#platform';
import { Injectable } from '@nestjs/common';
import { staffCtx, type Staff } from '../accounts-for-web.service.ts';
import { CaseLists } from '../shared/case-lists.service.ts';
import { waitingFor } from './desk-lists.ts';

const MINE_SHOWN = 10;

/** What one person's desk shows, and the next case for it. */
@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly reviewing: Reviewing,
    private readonly caseQueries: CaseQueries,
    private readonly lists: CaseLists,
  ) {}

  of(staff: Staff, requestId: string) {
    // Names are opened, which is written into the trail.
    return this.database.write(staffCtx(staff, requestId), async (tx) => {
      const offices = await this.lists.offices(tx);
      const counts = await countWaiting(tx, waitingFor(staff.permissions), {
        consulateIds: staff.consulateId ? [staff.consulateId] : [...offices.keys()],
        accountId: staff.id,
      });
      const wish = { queue: 'mine', accountId: staff.id, page: 1 } as const;
      const reviews = staff.permissions.has('case.review');
      const mine = reviews ? (await this.caseQueries.queue(tx, wish)).rows : [];
      return { counts, offices, mine: await this.lists.withPeople(tx, mine.slice(0, MINE_SHOWN)) };
    });
  }

  takeNext(staff: Staff, requestId: string, chosenOffice: string | undefined) {
    return this.database.write(staffCtx(staff, requestId), (tx) =>
      this.reviewing.takeNext(tx, staff.consulateId, chosenOffice),
    );
  }
}

export type DeskContent = Awaited<ReturnType<Desk['of']>>;
