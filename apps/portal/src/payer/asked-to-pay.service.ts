import { PayerAcceptance, type Invited, type NotTaken } from '#bond-escrow';
import { ok, refused, type Result } from '#kernel';
import { actorIdOf, type Tx } from '#platform';
import { Programmes, type ConsulateView, type ProgrammeInForce } from '#programme';
import { Injectable } from '@nestjs/common';

/** What whoever comes with a link may see of the bond. */
export interface AskedToPay {
  readonly terms: Invited['asked'];
  readonly programme: ProgrammeInForce;
  readonly consulate: ConsulateView;
  /** Null until an account of the address that was asked is signed in. */
  readonly traveller: string | null;
}

/** A bond by the link to it. */
@Injectable()
export class AskedToPays {
  constructor(
    private readonly acceptance: PayerAcceptance,
    private readonly programmes: Programmes,
  ) {}

  /** The traveller's name is opened, in the trail: needs a writing transaction. */
  async one(tx: Tx, secret: string): Promise<Result<AskedToPay, NotTaken>> {
    const invited = await this.acceptance.invited(tx, secret);
    if (!invited.ok) return invited;
    const { invitation, asked: terms, may } = invited.value;
    if (!may.ok) return refused(may.code);
    const { programmeCode, programmeVersion, consulateId } = terms;
    const consulate = await this.programmes.consulate(tx, consulateId);
    const isKnown = actorIdOf(tx.ctx.actor) !== null;
    return ok({
      ...{ terms, consulate: consulate! },
      programme: await this.programmes.version(tx, programmeCode, programmeVersion),
      traveller: isKnown ? await this.acceptance.travellerName(tx, invitation) : null,
    });
  }
}
