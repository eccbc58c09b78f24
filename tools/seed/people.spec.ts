import { expect, test } from '@jest/globals';
import { permissionsOf } from '#identity';
import { demonstrationProgrammes } from '../../libs/programme/src/data/install.ts';
import { addressOf, applicants, newcomer, staff, type SeedStaff } from './people.ts';

const cities = demonstrationProgrammes.flatMap((p) => p.consulates.map((c) => c.city));
const hold = (who: readonly SeedStaff[], permission: string) =>
  who.filter((s) => [...permissionsOf([s.role])].some((p) => p === permission)).length;

test.each(cities)('%s can decide a case to its end: two officers and a head of section', (city) => {
  const here = staff.filter((s) => s.city === city);
  const of = (role: string) => here.filter((s) => s.role === role).length;
  expect([of('officer'), of('head_of_section')]).toEqual([2, 1]);
  // What the roles are for: somebody asks, and another agrees.
  expect([hold(here, 'case.review') >= 2, hold(here, 'bond.approve') >= 1]).toEqual([true, true]);
});

test('the treasury is two, since one settles what the other proposes; the auditor decides nothing', () => {
  const treasury = staff.filter((s) => s.role === 'treasury');
  expect(treasury).toHaveLength(2);
  const auditors = staff.filter((s) => s.role === 'auditor');
  expect(auditors).toHaveLength(1);
  expect([hold(auditors, 'case.review'), hold(auditors, 'bond.approve')]).toEqual([0, 0]);
});

test('a breach and an appeal are decided by two people each, and by no one who did the other', () => {
  const of = (role: string) => staff.filter((s) => s.role === role).length;
  expect([of('adjudicator'), of('appeal_member')]).toEqual([2, 2]);
});

test('nobody works in a city without a consulate, and everybody is one by address and by name', () => {
  expect(staff.map((s) => s.city).filter((city) => !cities.includes(city))).toEqual([]);
  const people = [...staff, ...applicants, newcomer].map((p) => addressOf(p.user));
  expect(new Set(people).size).toBe(people.length);
  expect(new Set(staff.map((s) => s.name)).size).toBe(staff.length);
  expect(new Set(staff.map((s) => s.who)).size).toBe(staff.length);
  expect(new Set(staff.map((s) => s.whoInFrench)).size).toBe(staff.length);
});
