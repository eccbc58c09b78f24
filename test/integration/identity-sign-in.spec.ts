import { Accounts } from '#identity';
import { mustBeOk } from '#kernel';
import { Database, newId } from '#platform';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signedInCtx } from '../support/signed-in.ts';
import { anEmail, from, HERE } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

const WRONG = 'a walk along the Bani at dawn!';

let world: World;
let people: World['people'];
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
});
afterAll(async () => expect(await world.stop()).toEqual([]));

describe('sign-in', () => {
  test('a wrong password and an unknown address get the same answer and the same trail', async () => {
    const { email, accountId } = await people.anApplicant();
    const refusal = { ok: false, code: 'wrong_credentials' };
    expect(await people.signIn(world.portal, email, WRONG)).toEqual(refusal);
    const requestId = newId();
    const unknown = { email: anEmail(), password: WRONG, origin: HERE, requestId };
    expect(await world.portal.get(Accounts).authenticate(unknown)).toEqual(refusal);
    const entry = { action: 'account.sign_in_refused', outcome: 'refused', actor_id: null };
    const columns = 'select action, outcome, actor_id, subject_id from audit_entry';
    expect(
      await world.rows(`${columns} where subject_id = $1 and outcome = 'refused'`, accountId),
    ).toEqual([{ ...entry, subject_id: accountId }]);
    expect(await world.rows(`${columns} where request_id = $1`, requestId)).toEqual([
      { ...entry, subject_id: null },
    ]);
  });

  test('a password is the same however the keyboard composes its letters', async () => {
    const { email } = await people.anApplicant(
      anEmail(),
      'une promenade d\u00e9licieuse au fleuve',
    );
    const typed = 'une promenade de\u0301licieuse au fleuve';
    expect(await people.signIn(world.portal, email, typed)).toMatchObject({ ok: true });
  });

  test('both cost the same work', async () => {
    // What the processor spent, not what the clock says: a busy machine makes only the clock slower.
    const worked = async (email: string) => {
      const before = process.cpuUsage();
      await people.signIn(world.portal, email, WRONG);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const { email } = await people.anApplicant();
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i++) {
      known.push(await worked(email));
      unknown.push(await worked(anEmail()));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    // Without the dummy comparison an unknown address would cost a fraction of this.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test('ten tries in a quarter of an hour from one network, account or not', async () => {
    const { email: known } = await people.anApplicant();
    for (const email of [known, anEmail()]) {
      const codes = [];
      for (let i = 0; i < 11; i++) {
        const answer = await people.signIn(world.portal, email, WRONG, from('a cellar'));
        codes.push(answer.ok ? 'in' : answer.code);
      }
      expect(codes).toEqual([...Array(10).fill('wrong_credentials'), 'too_many_tries']);
    }
  });

  test('a closed account cannot sign in, and its session ends', async () => {
    const { email, accountId } = await people.anApplicant();
    const before = mustBeOk(await people.signIn(world.portal, email));
    await world.db.admin.query("update account set state = 'closed' where id = $1", [accountId]);
    expect(await people.signIn(world.portal, email)).toEqual({
      ok: false,
      code: 'wrong_credentials',
    });
    expect(await world.portal.get(Accounts).signedIn('applicant', before)).toBeNull();
  });

  test('staff sign in on the officer site only, applicants on the portal only', async () => {
    const staff = await people.aStaffMember(['officer']);
    const applicant = await people.anApplicant();
    const refusal = { ok: false, code: 'wrong_credentials' };
    expect(await people.signIn(world.portal, staff.email)).toEqual(refusal);
    expect(await people.signIn(world.officer, applicant.email)).toEqual(refusal);
    expect(mustBeOk(await people.signIn(world.officer, staff.email))).toMatchObject({
      accountId: staff.accountId,
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('an overlong password is answered like a wrong one', async () => {
    const { email } = await people.anApplicant();
    const answer = await people.signIn(world.portal, email, 'x'.repeat(1_000_000));
    expect(answer).toEqual({ ok: false, code: 'wrong_credentials' });
  });
});

describe('accounts', () => {
  test('an applicant is known without opening personal data', async () => {
    const { accountId, email } = await people.anApplicant();
    const by = mustBeOk(await people.signIn(world.portal, email));
    const account = await world.portal.get(Accounts).signedIn('applicant', by);
    expect(account).toMatchObject({
      id: accountId,
      scope: 'applicant',
      displayName: '',
      language: 'fr',
      roles: ['applicant'],
      consulateId: null,
    });
    expect([...account!.permissions].sort()).toEqual(['bond.pay', 'case.apply', 'case.own']);
    const [point] = await world.rows(
      'select account_id from contact_point where id = $1',
      account!.contactPointId,
    );
    expect(point).toEqual({ account_id: accountId });
  });

  test('staff hold what their roles give, granted in the name of who granted it', async () => {
    const admin = await people.aStaffMember(['administrator']);
    const ctx = await signedInCtx(world.db, admin.accountId, 'staff', 'r1');
    const made = await people.aStaffMember(['treasury', 'auditor'], { by: ctx });
    const { accountId } = made;
    const by = mustBeOk(await people.signIn(world.officer, made.email));
    const account = await world.officer.get(Accounts).signedIn('staff', by);
    expect(account).toMatchObject({ scope: 'staff', displayName: 'A. Keita' });
    expect(account!.roles).toEqual(['auditor', 'treasury']);
    expect([...account!.permissions].sort()).toEqual([
      'audit.read',
      'case.read',
      'event.retry',
      'money.export',
      'money.read',
      'refund.approve',
      'suspense.resolve',
    ]);
    expect(
      await world.rows(
        'select distinct granted_by from account_role where account_id = $1',
        accountId,
      ),
    ).toEqual([{ granted_by: admin.accountId }]);
    expect(
      await world.rows(
        `select actor_id, details from audit_entry
         where subject_id = $1 and action = 'account.created'`,
        accountId,
      ),
    ).toEqual([
      { actor_id: admin.accountId, details: { kind: 'staff', roles: 'treasury+auditor' } },
    ]);
    const names = await world.officer
      .get(Database)
      .read(ctx, (tx) => world.officer.get(Accounts).staffNames(tx, [accountId, newId()]));
    expect([...names]).toEqual([[accountId, 'A. Keita']]);
  });

  test('a staff address is taken once, yet may be an applicant’s too', async () => {
    const { email } = await people.aStaffMember(['officer']);
    await expect(people.aStaffMember(['officer'], { email })).rejects.toThrow('email_taken');
    expect(
      await world.rows(
        'select 1 from account where kind = $1 and email_token = (select email_token from account where id = $2)',
        'staff',
        (await people.anApplicant(email)).accountId,
      ),
    ).toHaveLength(1);
  });

  test.each(['', 'nonsense', newId()])('nobody is %j', async (accountId) => {
    const by = { accountId, token: 'a token of nobody' };
    expect(await world.portal.get(Accounts).signedIn('applicant', by)).toBeNull();
  });
});
