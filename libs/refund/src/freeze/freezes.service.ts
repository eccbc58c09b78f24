import { refused, type Refused } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  frozenCode,
  stoppedBy,
  type Freeze,
  type FrozenAct,
  type FrozenCode,
} from '../domain/freeze-matrix.ts';
import { freezesInForce, freezesOfOwners, type FrozenSubject } from './freeze.queries.ts';

const NONE: ReadonlySet<Freeze> = new Set();

/** Whether something stops an act right now. Each act asks here before it is done. */
@Injectable()
export class Freezes {
  async stopping(tx: Tx, act: FrozenAct, of: FrozenSubject): Promise<Freeze | null> {
    return stoppedBy(act, await freezesInForce(tx, of));
  }

  /** Which of these owners' money something stops. */
  async stoppedOwners(
    tx: Tx,
    act: FrozenAct,
    ownerIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const inForce = await freezesOfOwners(tx, ownerIds);
    return new Set(ownerIds.filter((id) => stoppedBy(act, inForce.get(id) ?? NONE)));
  }

  /** The refusal of this act; null when nothing stops it. */
  async refusal(tx: Tx, act: FrozenAct, of: FrozenSubject): Promise<Refused<FrozenCode> | null> {
    const by = await this.stopping(tx, act, of);
    return by && refused(frozenCode(by));
  }
}
