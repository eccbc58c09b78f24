import { Temporal } from '#kernel';
import { expect, test } from '@jest/globals';
import { isListedPort, portOn, portsFrom, portsOn } from './ports.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const listing = (code: string, from: string, until: string | null) => ({
  code,
  name: code,
  timeZone: 'Africa/Bamako',
  listedFrom: day(from),
  listedUntil: until === null ? null : day(until),
});
const ports = [
  listing('BKO', '2025-10-23', '2026-03-31'),
  listing('BKO', '2026-06-01', null),
  listing('KYS', '2026-01-01', null),
];

test.each([
  ['BKO', '2025-10-22', false],
  ['BKO', '2025-10-23', true],
  ['BKO', '2026-03-31', true],
  ['BKO', '2026-04-01', false],
  ['BKO', '2026-06-01', true],
  ['BKO', '2999-01-01', true],
  ['KYS', '2025-12-31', false],
  ['CDG', '2026-07-01', false],
  ['bko', '2026-07-01', false],
])('%s on %s is listed: %p', (code, on, listed) => {
  expect(isListedPort(ports, code, day(on))).toBe(listed);
});

test('of several listings of a port, the one that covers the day', () => {
  expect(portOn(ports, 'BKO', day('2026-07-01'))).toBe(ports[1]);
});

test('a journey may be planned for what is listed or will be, and not for what has ended', () => {
  const later = listing('GAO', '2026-09-01', '2026-12-31');
  const codes = (on: string) => portsFrom([...ports, later], day(on)).map((p) => p.code);
  expect(codes('2026-07-01')).toEqual(['BKO', 'KYS', 'GAO']);
  expect(codes('2027-01-01')).toEqual(['BKO', 'KYS']);
  expect(portsOn([...ports, later], day('2026-07-01')).map((p) => p.code)).toEqual(['BKO', 'KYS']);
});
