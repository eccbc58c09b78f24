import { isUuid, type Instant } from '#kernel';
import { Database, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountNews } from './account-news.service.ts';
import { Identity } from '../person/identity.service.ts';
import { OwnAccountStore, type OwnSession } from './own-account.store.ts';

export interface OwnAccountFacts {
  readonly email: string;
  /** When password or address last changed, by the wall clock. */
  readonly accessChangedAt: Instant | null;
  readonly sessions: readonly OwnSession[];
}

/** What somebody sees of their own account, and the sessions that they end. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly store: OwnAccountStore,
    private readonly news: AccountNews,
  ) {}

  /** The address is opened, which is written into the trail: so this is no mere reading. */
  facts(ctx: Ctx): Promise<OwnAccountFacts> {
    return this.database.write(ctx, async (tx) => {
      const { id, accessChangedAt } = await this.store.own(tx);
      const email = await this.identity.emailOf(tx, id, 'own_account');
      return { email, accessChangedAt, sessions: await this.store.sessions(tx) };
    });
  }

  /** Ends one session by its id, or for 'others' all but the one that asks; gives how many were still open. */
  end(ctx: Ctx, which: string): Promise<number> {
    return this.database.write(ctx, async (tx) => {
      const others = (await this.store.sessions(tx)).filter((s) => !s.isThisOne);
      const ids = which === 'others' ? others.map((s) => s.id) : [which].filter(isUuid);
      const ended = await this.store.endSessions(tx, ids);
      const { id } = await this.store.own(tx);
      if (ended > 0) await this.news.tell(tx, id, 'account.sessions_ended');
      return ended;
    });
  }
}
