// Somebody who is asked to pay a bond for another, page by page, in a browser without a screen.
import { anEmail } from './people.ts';
import type { Payer } from './payer.ts';
import type { Answer, Visitor } from './sites.ts';
import type { World } from './world.ts';

let hosts = 0;

export class Invited {
  private constructor(
    readonly world: World,
    readonly visitor: Visitor,
    readonly email: string,
  ) {}

  static async of(world: World, email = anEmail()): Promise<Invited> {
    return new Invited(world, await world.visitor('portal', `198.51.101.${++hosts}`), email);
  }

  /** The applicant asks for it on their page. */
  askedBy(payer: Payer, more: Record<string, string> = {}): Promise<Answer> {
    const values = { email: this.email, language: 'en', consent: 'yes', ...more };
    return payer.visitor.post(`${payer.bond}/payer`, values);
  }

  /** Follows the link of the mail. */
  async opens(secret: string): Promise<Answer> {
    const { to } = await this.visitor.get(`/asked-to-pay?secret=${secret}`);
    return this.visitor.get(to!);
  }

  /** Makes an account with the code that is mailed to the address, and comes back to the link. */
  async signsUp(): Promise<Answer> {
    const { visitor } = this;
    await visitor.post('/sign-up', { email: this.email });
    await visitor.post('/sign-up/code', { code: await visitor.codeFor('sign-up') });
    const password = 'a walk along the Niger at dusk';
    const { to } = await visitor.post('/sign-up/password', { password });
    return visitor.get(to!);
  }

  accepts(more: Record<string, string> = {}): Promise<Answer> {
    const values = { name: 'Awa Traoré', agreed: 'yes', ...more };
    return this.visitor.post('/asked-to-pay/yes', values, '/asked-to-pay/bond');
  }

  /** From the mail to the bond, for the first bond; later ones need no account. */
  async takesOn(payer: Payer): Promise<void> {
    await this.askedBy(payer);
    const opened = await this.opens(await this.world.payerSecret(payer.reference));
    if (opened.body.includes('href="/sign-up"')) await this.signsUp();
    const { to, words } = await this.accepts();
    if (to !== payer.home) throw new Error(`not taken on: ${words}`);
  }

  signs({ bond }: Payer): Promise<Answer> {
    const typed = { language: 'fr', signerName: 'Awa Traoré' };
    return this.visitor.signUndertaking(`${bond}/undertaking`, typed);
  }

  async pays(payer: Payer): Promise<void> {
    const { to } = await this.visitor.post(`${payer.bond}/pay`, { way: 'card' }, payer.bond);
    await this.world.pay(to!);
    await this.world.news();
  }

  /** What the payer's page of a bond says. */
  async reads(payer: Payer, path = ''): Promise<string> {
    return (await this.visitor.get(`${payer.home}${path}`)).words;
  }
}
