// A payer who does not travel, on the pages: what they see, and what stays shut.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Invited } from '../support/world/invited.ts';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

const LONG_MS = 90_000;
let world: World;

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test(
  'from the mail to the receipt: the payer signs and pays, the applicant sees where it is',
  async () => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    expect((await payer.askedBy(applicant)).to).toBe(`${applicant.home}?notice=payer_asked`);
    expect(await applicant.reads()).toContain('You have asked somebody else to pay the bond.');
    expect(await applicant.reads('/bond')).toContain(`You asked ${payer.email} to pay on`);
    const opened = await payer.opens(await world.payerSecret(applicant.reference));
    expect(opened.words).toContain('You are asked to pay a visa bond');
    expect(opened.words).toContain('Amount $10,000');
    // Who has only the link is not told for whom.
    expect(opened.words).not.toContain('Ada');
    const known = await payer.signsUp();
    expect(known.words).toContain('Traveller Ada Maria Example');
    expect((await payer.accepts()).to).toBe(applicant.home);
    expect(await payer.reads(applicant)).toContain('You have agreed to pay this bond.');
    expect(await applicant.reads()).toContain('Somebody else has agreed to pay the bond.');
    expect(await applicant.reads('/bond')).toContain(
      `Awa Traoré (${payer.email}) has agreed to pay this bond. They have not signed`,
    );
    expect((await applicant.pressesPay()).to).toBe(`${applicant.home}?notice=not_payable`);
    const undertaking = `${applicant.bond}/undertaking`;
    const notTheirs = `${applicant.home}?notice=not_the_payer`;
    expect((await applicant.visitor.get(undertaking)).to).toBe(notTheirs);
    expect((await applicant.visitor.post(undertaking, {}, applicant.bond)).to).toBe(notTheirs);
    const contract = await payer.reads(applicant, '/bond/undertaking');
    expect(contract).toContain('I, Awa Traoré, am the payer of this bond.');
    expect(contract).not.toContain('Ada');
    expect((await payer.signs(applicant)).to).toBe(`${applicant.bond}?signed=1`);
    await payer.pays(applicant);
    expect(await payer.reads(applicant)).toContain('Your bond is held.');
    expect(await payer.reads(applicant, '/bond/receipt')).toContain('Payer Awa Traoré');
    expect((await applicant.visitor.get(`${applicant.bond}/receipt`)).status).toBe(404);
    const told = await applicant.reads();
    expect(told).toContain('Your bond is held.');
    expect(told).toContain(`Payer Awa Traoré (${payer.email})`);
    expect(told).not.toContain('Receipt number');
  },
  LONG_MS,
);

test(
  'the payer reads nothing of the case, and another account nothing of the bond',
  async () => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    await payer.takesOn(applicant);
    await payer.signs(applicant);
    const shut = ['/application', '/apply/passport', '/departure', '/extension', '/information'];
    for (const path of [...shut, '/withdraw', '/dates.ics', '/departure/files']) {
      const { status } = await payer.visitor.get(`${applicant.home}${path}`);
      expect([path, status]).toEqual([path, 404]);
    }
    const page = await payer.reads(applicant);
    for (const word of [applicant.passport.number, 'Bamako', 'born', 'Why this amount']) {
      expect(page).not.toContain(word);
    }
    expect(await payer.reads(applicant, '/bond')).not.toContain('Why this amount');
    const stranger = await Invited.of(world);
    await stranger.signsUp();
    const theirs = ['', '/bond', '/bond/undertaking', '/bond/undertaking.pdf', '/bond/receipt'];
    for (const path of theirs) {
      const { status } = await stranger.visitor.get(`${applicant.home}${path}`);
      expect([path, status]).toEqual([path, 404]);
    }
    expect((await stranger.visitor.get('/bonds')).words).toContain('You do not pay for any bond');
  },
  LONG_MS,
);

test(
  'what was signed is a file in both languages, with a code that anybody can check',
  async () => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    await payer.takesOn(applicant);
    await payer.signs(applicant);
    const file = await payer.visitor.get(`${applicant.bond}/undertaking.pdf`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(file.body.startsWith('%PDF-1.7')).toBe(true);
    for (const part of ['/StructTreeRoot', '/Lang (fr)', '/Lang (en)', '/Figure']) {
      expect(file.body).toContain(part);
    }
    expect((await applicant.visitor.get(`${applicant.bond}/undertaking.pdf`)).status).toBe(404);
    const copy = await payer.reads(applicant, '/bond/undertaking');
    expect(copy).toContain('Moi, Awa Traoré, je suis le payeur');
    const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(copy) ?? [];
    const anybody = await world.visitor('portal', '198.51.101.250');
    const checked = await anybody.post('/check', { code });
    expect(checked.words).toContain('Signed undertaking for a bond');
  },
  LONG_MS,
);

test(
  'money that did not count is told to the payer, whose it is, in the same words',
  async () => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    await payer.takesOn(applicant);
    await payer.signs(applicant);
    await payer.visitor.post(`${applicant.bond}/pay`, { way: 'card' }, applicant.bond);
    const { session } = await world.one<{ session: string }>(
      `select p.session_id as session from payment p join bond b on b.id = p.bond_id
       where b.reference = $1`,
      applicant.reference,
    );
    await world.control('payment_intents', { amount: 999_950, currency: 'usd', session });
    await world.news();
    expect(await payer.reads(applicant)).toContain('It is less than the bond of $10,000.');
    const { account } = await world.one<{ account: string }>(
      `select c.account_id as account from mail m join contact_point c on c.id = m.contact_point_id
       where m.template = 'payment_short' and m.params->>'reference' = $1`,
      applicant.reference,
    );
    const { payer_account_id } = await world.one<{ payer_account_id: string }>(
      'select payer_account_id from bond where reference = $1',
      applicant.reference,
    );
    expect(account).toBe(payer_account_id);
  },
  LONG_MS,
);

test(
  'one page for a family of three with one payer, and a word for each link that must not work',
  async () => {
    const family = [
      await Payer.directed(world),
      await Payer.directed(world),
      await Payer.directed(world),
    ];
    const payer = await Invited.of(world);
    for (const each of family) await payer.takesOn(each);
    const { words } = await payer.visitor.get('/bonds');
    for (const { reference } of family) expect(words).toContain(reference);
    expect(words).toContain('Together: $30,000');
    const [first] = family;
    const used = await world.payerSecret(first!.reference);
    const replayed = await payer.opens(used);
    expect([replayed.status, replayed.words]).toEqual([
      410,
      expect.stringContaining('This link has been used already'),
    ]);
    expect((await payer.accepts()).status).toBe(410);
    const tampered = `${used.startsWith('A') ? 'B' : 'A'}${used.slice(1)}`;
    expect((await payer.opens(tampered)).words).toContain('We do not know this link');
    expect((await payer.visitor.get('/bonds')).words).toContain('Together: $30,000');
  },
  LONG_MS,
);

test(
  'a link that ran out, or that another account opens, is refused with the reason',
  async () => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    await payer.askedBy(applicant);
    const secret = await world.payerSecret(applicant.reference);
    const other = await Invited.of(world);
    await other.signsUp();
    const opened = await other.opens(secret);
    expect(opened.words).toContain('sent to another email address than that of your account');
    expect(opened.words).not.toContain('Ada');
    expect((await other.accepts()).status).toBe(410);
    await world.rows(
      `update payer_invitation set asked_at = asked_at - interval '15 days',
         expires_at = expires_at - interval '15 days'
       where bond_id = (select id from bond where reference = $1)`,
      applicant.reference,
    );
    expect((await payer.opens(secret)).words).toContain('The time to use this link is over.');
    const { state, is_own } = await world.one<{ state: string; is_own: boolean }>(
      `select i.state, b.payer_account_id = b.applicant_account_id as is_own
       from payer_invitation i join bond b on b.id = i.bond_id where b.reference = $1`,
      applicant.reference,
    );
    expect([state, is_own]).toEqual(['sent', true]);
    // Declined without an account; the applicant pays or asks somebody else.
    await applicant.visitor.post(`${applicant.bond}/payer/take-back`, {}, applicant.bond);
    await payer.askedBy(applicant);
    await payer.opens(await world.payerSecret(applicant.reference));
    const declined = await payer.visitor.post('/asked-to-pay/no', {}, '/asked-to-pay/bond');
    expect(declined.words).toContain('You have said no');
    expect(await applicant.reads('/bond')).toContain('Ask somebody else to pay');
  },
  LONG_MS,
);

test.each<[Record<string, string>, string]>([
  [{ email: '' }, 'Enter their email address'],
  [{ email: 'nobody' }, 'Enter an email address in the correct format'],
  [{ language: 'xx' }, 'Select the language in which we should write to them'],
  [{ consent: '' }, 'Select the box to agree that this person may see'],
])(
  'asking with %j is refused, keeps what was typed, and sends nothing',
  async (change, message) => {
    const applicant = await Payer.directed(world);
    const payer = await Invited.of(world);
    const answer = await payer.askedBy(applicant, change);
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(message)]);
    if (!('email' in change)) expect(answer.body).toContain(`value="${payer.email}"`);
    expect(await world.mailsOf(applicant.reference, '^payer')).toEqual([]);
  },
);
