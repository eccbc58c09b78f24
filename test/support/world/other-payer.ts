// Payers who do not travel, for tests: asked by a link, with an account of the address that was asked.
import { PayerAcceptance, PayerChanges, PayerInvitations } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { signInCtx } from '#platform';
import { signedInCtx, type Somebody } from '../signed-in.ts';
import type { TestBond } from './bonds.ts';
import { anEmail, People } from './people.ts';
import type { World } from './world.ts';

export const PAYER_NAME = 'Awa Traoré';

export interface WithEmail extends Somebody {
  readonly email: string;
}

export class OtherPayer {
  private readonly people: People;

  constructor(readonly world: World) {
    this.people = new People(world);
  }

  /** Somebody with an account whose address is known. */
  async somebody(email = anEmail()): Promise<WithEmail> {
    const { accountId } = await this.people.anApplicant(email);
    const { id: contactPointId } = await this.world.one<{ id: string }>(
      'select contact_point_id as id from account where id = $1',
      accountId,
    );
    const ctx = await signedInCtx(this.world.db, accountId, 'applicant');
    return { accountId, contactPointId, ctx, email };
  }

  ask({ bondId, applicant }: Pick<TestBond, 'bondId' | 'applicant'>, email: string) {
    return this.world.as(this.world.portal, applicant.ctx, (tx) =>
      this.world.portal.get(PayerInvitations).ask(tx, { bondId, email, language: 'fr' }),
    );
  }

  takeBack({ bondId, applicant }: Pick<TestBond, 'bondId' | 'applicant'>) {
    return this.world.as(this.world.portal, applicant.ctx, (tx) =>
      this.world.portal.get(PayerChanges).takeBack(tx, bondId),
    );
  }

  stepBack({ bondId }: Pick<TestBond, 'bondId'>, by: Somebody) {
    return this.world.as(this.world.portal, by.ctx, (tx) =>
      this.world.portal.get(PayerChanges).stepBack(tx, bondId),
    );
  }

  accept(secret: string, by: Pick<Somebody, 'ctx'>, name = PAYER_NAME) {
    return this.world.as(this.world.portal, by.ctx, (tx) =>
      this.world.portal.get(PayerAcceptance).accept(tx, secret, name),
    );
  }

  decline(secret: string) {
    return this.world.as(this.world.portal, signInCtx('test'), (tx) =>
      this.world.portal.get(PayerAcceptance).decline(tx, secret),
    );
  }

  /** Asked, with the link taken out of the mail. */
  async asked(bond: TestBond, email: string): Promise<string> {
    mustBeOk(await this.ask(bond, email));
    return this.world.payerSecret(bond.reference);
  }

  /** Somebody else's to pay: the bond with its payer in the applicant's place. */
  async takenOn(bond: TestBond, by?: WithEmail): Promise<TestBond & { payer: WithEmail }> {
    const payer = by ?? (await this.somebody());
    mustBeOk(await this.accept(await this.asked(bond, payer.email), payer));
    return { ...bond, payer };
  }

  /** Signed and paid by the payer. */
  async held(bond: TestBond, by?: WithEmail): Promise<TestBond & { payer: WithEmail }> {
    const taken = await this.takenOn(bond, by);
    const as = { ...taken, applicant: taken.payer };
    mustBeOk(await this.world.sign(as, PAYER_NAME));
    await this.world.pay(mustBeOk(await this.world.startPosting(as)).url);
    await this.world.news();
    return taken;
  }
}
