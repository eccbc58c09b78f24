import { Bonds, Undertakings } from '#bond-escrow';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { somebody } from '../support/signed-in.ts';
import { World } from '../support/world/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.start({ delayMs: 10 });
});

afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

test('the undertaking keeps the exact text, sealed, and gives a copy', async () => {
  const bond = await world.aBond().signed();
  const [row] = await world.rows<{ text_sealed: Buffer; text_sha256: Buffer; language: string }>(
    'select * from undertaking where bond_id = $1',
    bond.bondId,
  );
  expect(row!.text_sealed.toString('latin1')).not.toContain('Ada');
  const undertakings = world.portal.get(Undertakings);
  const copy = await world.as(world.portal, bond.applicant.ctx, async (tx) =>
    undertakings.copy(tx, (await world.portal.get(Bonds).find(tx, bond.bondId))!, 'own_copy'),
  );
  expect(copy).toMatchObject({
    language: 'en',
    signerName: 'ada  example',
    text: expect.stringContaining(`Undertaking for visa bond ${bond.reference}`),
    textSha256: row!.text_sha256.toString('hex'),
  });
  expect(
    await world.rows(
      `select distinct details->>'purpose' as purpose from audit_entry
       where action = 'personal_data.opened' and details->>'table' = 'undertaking'
         and subject_id = $1`,
      bond.applicant.accountId,
    ),
  ).toEqual([{ purpose: 'own_copy' }]);
});

test('signing is refused for another text, another name, another person, and twice', async () => {
  const bond = await world.aBond().directed();
  const undertakings = world.portal.get(Undertakings);
  const sign = (more: object, ctx = bond.applicant.ctx) =>
    world.as(world.portal, ctx, async (tx) => {
      const row = await world.portal.get(Bonds).find(tx, bond.bondId);
      const shown = row && (await undertakings.contract(tx, row)).texts.fr;
      return undertakings.sign(tx, {
        bondId: bond.bondId,
        signerName: 'Ada Example',
        language: 'fr',
        textSha256: shown?.textSha256 ?? '',
        address: '192.0.2.7',
        ...more,
      });
    });
  expect(await sign({ language: 'en' })).toEqual({ ok: false, code: 'text_changed' });
  expect(await sign({ signerName: 'Bob' })).toEqual({
    ok: false,
    code: 'name_differs',
    detail: { field: 'signerName' },
  });
  const stranger = await somebody(world.db, 'applicant');
  expect(await sign({}, stranger.ctx)).toEqual({ ok: false, code: 'unknown_bond' });
  expect(await world.rows('select id from undertaking where bond_id = $1', bond.bondId)).toEqual(
    [],
  );
  expect(await sign({})).toMatchObject({ ok: true });
  expect(await sign({})).toEqual({ ok: false, code: 'already_signed' });
});
