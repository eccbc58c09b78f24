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
import { freezesInForce, type FrozenSubject } from './freeze.queries.ts';

/** Whether something stops an act right now. Each act asks here before it is done. */
@Injectable()
export class Freezes {
  async stopping(tx: Tx, act: FrozenAct, of: FrozenSubject): Promise<Freeze | null> {
    return stoppedBy(act, await freezesInForce(tx, of));
  }

  /** The refusal of this act; null when nothing stops it. */
  async refusal(tx: Tx, act: FrozenAct, of: FrozenSubject): Promise<Refused<FrozenCode> | null> {
    const by = await this.stopping(tx, act, of);
    return by && refused(frozenCode(by));
  }
}
