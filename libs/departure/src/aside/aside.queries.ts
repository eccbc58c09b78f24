import type { BondState } from '#bond-escrow';
import { inStates, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { AsideKind } from '../domain/decide-aside.ts';
import {
  openMovementProposalStates,
  type MovementProposalState,
} from '../domain/movement-proposal.lifecycle.ts';
import { MovementProposal } from './movement-proposal.entity.ts';

const SHOWN_MAX = 50;
const SWEEP_MAX = 100;

/** Who has a record and what is being made of it, beside a row of the list. */
export interface AsideStanding {
  readonly holder: string | null;
  readonly open: { readonly kind: AsideKind; readonly state: MovementProposalState } | null;
}

/** Proposals about records set aside, as pages show them, and the bonds that may hang on a record. */
@Injectable()
export class AsideQueries {
  /** The newest first. */
  ofMovement(tx: Tx, movementId: string): Promise<MovementProposal[]> {
    return tx.manager.getRepository(MovementProposal).find({
      where: { movementId },
      order: { proposedAt: 'DESC', id: 'DESC' },
      take: SHOWN_MAX,
    });
  }

  /** One statement for all rows of a page. */
  async standings(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AsideStanding>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{
      id: string;
      holder: string | null;
      kind: AsideKind | null;
      state: MovementProposalState | null;
    }>(
      `select m.id, h.account_id as holder, o.kind, o.state
       from unnest($1::uuid[]) m (id)
       left join movement_holder h on h.movement_id = m.id
       left join movement_proposal o on o.movement_id = m.id
         and ${inStates(openMovementProposalStates, 'o.state')}`,
      [ids],
    );
    return new Map(
      rows.map(({ id, holder, kind, state }) => [
        id,
        { holder, open: kind && state ? { kind, state } : null },
      ]),
    );
  }

  /** In whatever state each of them is. */
  async bondStatesOf(tx: Tx, personId: string): Promise<BondState[]> {
    const rows = await tx.query<{ state: BondState }>(
      `select b.state from visa_case c join bond b on b.case_id = c.id where c.person_id = $1`,
      [personId],
    );
    return rows.map((row) => row.state);
  }

  /** Approved and not carried out, or overtaken since its record is not set aside any more. */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select p.id from movement_proposal p join movement m on m.id = p.movement_id
       where p.state = 'approved' or p.state = 'proposed' and m.state <> 'set_aside'
       order by p.state_since, p.id limit ${SWEEP_MAX}`,
    );
    return rows.map((row) => row.id);
  }
}
