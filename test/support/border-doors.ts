// Two administrators who let border systems in and shut them out.
import { mustBeOk } from '#kernel';
import type { Tx } from '#platform';
import { BorderClients, BorderProposals } from '#travel';
import { somebody, type Somebody } from './signed-in.ts';
import { aKeyPair, type Post } from './world/border.ts';
import type { World } from './world/world.ts';

export class BorderDoors {
  private constructor(
    private readonly world: World,
    readonly one: Somebody,
    readonly other: Somebody,
  ) {}

  static async of(world: World): Promise<BorderDoors> {
    return new BorderDoors(
      world,
      await somebody(world.db, 'staff'),
      await somebody(world.db, 'staff'),
    );
  }

  by<T>(who: Somebody, work: (proposals: BorderProposals, tx: Tx) => Promise<T>): Promise<T> {
    const { officer } = this.world;
    return this.world.asOfficer(who, (tx) => work(officer.get(BorderProposals), tx));
  }

  /** A new border system, proposed by the first of them. */
  propose(key: string, more: object = {}) {
    const wish = { name: 'Kourémalé', programmeCode: 'mali-us', ports: ['BKO'], key, ...more };
    return this.by(this.one, (p, tx) => p.proposeClient(tx, wish));
  }

  proposeKey({ client }: Post, key: string) {
    return this.by(this.one, (p, tx) => p.proposeKey(tx, { clientId: client.id, key }));
  }

  confirm(id: string, who = this.other) {
    return this.by(who, (p, tx) => p.confirm(tx, id));
  }

  /** The post's second key, let in by both. */
  async secondKey(post: Post) {
    const pair = await aKeyPair();
    mustBeOk(await this.confirm(mustBeOk(await this.proposeKey(post, pair.key)).id));
    return pair;
  }

  /** The first key of the post. */
  async kidOf({ client }: Post): Promise<string> {
    const { kid } = await this.world.one<{ kid: string }>(
      'select kid from border_key where client_id = $1 order by added_at limit 1',
      client.id,
    );
    return kid;
  }

  async endKey(post: Post, kid: string, event: 'retired' | 'revoked', who = this.one) {
    const { id: keyId } = await this.world.one<{ id: string }>(
      'select id from border_key where kid = $1',
      kid,
    );
    const key = { clientId: post.client.id, keyId };
    const clients = this.world.officer.get(BorderClients);
    return this.world.asOfficer(who, (tx) => clients.endKey(tx, key, event));
  }

  block({ client }: Post, who = this.one) {
    const clients = this.world.officer.get(BorderClients);
    return this.world.asOfficer(who, (tx) => clients.block(tx, client.id));
  }
}
