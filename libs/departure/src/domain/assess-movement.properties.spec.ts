import { addDays, endOfDay, Temporal, toDate, instantFromDate, type Instant } from '#kernel';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { travelDay } from './assess-movement.ts';
import {
  assess,
  at,
  closed,
  day,
  travelling,
  usedVisa,
  waiting,
} from './assess-movement.examples.ts';

const ZONES = [
  'Africa/Bamako',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Europe/Paris',
  'Pacific/Pago_Pago',
];
const moments = fc
  .date({
    min: toDate(at('2026-10-01T00:00:00Z')),
    max: toDate(at('2027-06-30T00:00:00Z')),
    noInvalidDate: true,
  })
  .map(instantFromDate);

test('property: a departure is in time exactly until the last moment of the leave-by day there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      moments,
      fc.integer({ min: -3, max: 3 }),
      (zone, t, n) => {
        const movement = { kind: 'departed' as const, happenedAt: t };
        const leaveBy = addDays(travelDay(movement, zone), n);
        const visa = { ...usedVisa, admittedOn: day('2026-09-01'), leaveBy };
        const found = assess(
          'departed',
          t,
          { ...travelling, visa },
          { port: { zone, listed: true } },
        );
        const inTime = Temporal.Instant.compare(t, endOfDay(leaveBy, zone)) <= 0;
        expect(found.kind).toBe(inTime ? 'cancel' : 'refer');
        expect(inTime).toBe(n >= 0);
      },
    ),
  );
});

test('property: one millisecond over the end of the leave-by day is late, in every zone', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-09-02'), n));
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), days, (zone, leaveBy) => {
      const visa = { ...usedVisa, admittedOn: day('2026-09-01'), leaveBy };
      const port = { zone, listed: true };
      const last = endOfDay(leaveBy, zone);
      const kindAt = (t: Instant) => assess('departed', t, { ...travelling, visa }, { port }).kind;
      expect(kindAt(last)).toBe('cancel');
      expect(kindAt(last.add({ milliseconds: 1 }))).toBe('refer');
    }),
  );
});

test('property: only a departure in time or a refusal at a listed port cancels a held bond', () => {
  const cases = fc.constantFrom(null, waiting, travelling, closed);
  const kinds = fc.constantFrom('admitted' as const, 'departed' as const, 'refused' as const);
  const bonds = fc.constantFrom(
    null,
    'held',
    'evidence_requested',
    'referred',
    'cancelled',
    'required',
    'breach_final',
  );
  const ports = fc.option(fc.record({ zone: fc.constantFrom(...ZONES), listed: fc.boolean() }));
  fc.assert(
    fc.property(kinds, moments, cases, bonds, ports, (kind, when, c, bondState, port) => {
      const found = assess(kind, when, c && { ...c, bondState }, { port });
      if (found.kind !== 'cancel' && found.kind !== 'refer') return;
      expect(port?.listed).toBe(true);
      expect(kind).not.toBe('admitted');
      expect([null, 'held', 'evidence_requested']).toContain(bondState);
      if (found.kind === 'refer') expect(bondState).not.toBeNull();
    }),
  );
});
