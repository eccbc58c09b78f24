import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DocumentFacts } from './assess-movement.ts';
import {
  assess,
  closed,
  travelling,
  unusedVisa,
  usedVisa,
  waiting,
} from './assess-movement.examples.ts';

const own: DocumentFacts = { id: 'passport-m', basis: 'passport' };
const renewed: DocumentFacts = { id: 'passport-r', basis: 'renewal' };
const another: DocumentFacts = { id: 'passport-n', basis: null };

describe('the document that a record names (R32)', () => {
  test.each(['admitted', 'departed', 'refused'] as const)(
    '%s on a passport of another case of the traveller goes to a desk',
    (kind) => {
      const desk = { kind: 'desk', why: 'other_document' };
      for (const theCase of [waiting, travelling, closed]) {
        expect(assess(kind, '2026-12-01T09:00:00Z', theCase, { document: another })).toEqual(desk);
      }
    },
  );

  test('that was never near a visa means nothing, whichever document it names', () => {
    const theCase = { stage: 'before_a_visa' as const, visa: null, bondState: null };
    expect(assess('departed', '2026-12-01T09:00:00Z', theCase, { document: another })).toEqual({
      kind: 'nothing',
      why: 'no_visa',
    });
  });

  test('a renewal that an officer recorded counts as the passport does, and the answer says so', () => {
    expect(
      assess('admitted', '2026-11-10T08:00:00Z', waiting, { document: renewed }),
    ).toMatchObject({ kind: 'admit', document: 'renewal' });
    const entered = { ...travelling, visa: { ...usedVisa, admittedDocumentId: renewed.id } };
    const left = (document: DocumentFacts) =>
      assess('departed', '2026-12-01T09:00:00Z', entered, { document });
    expect(left(renewed)).toMatchObject({ kind: 'cancel', rule: 'R15a', document: 'renewal' });
    expect(left(own)).toEqual({ kind: 'desk', why: 'not_the_admissions_document' });
  });

  test.each([
    ['in time', '2026-12-01T09:00:00Z'],
    ['late', '2026-12-20T09:00:00Z'],
  ])('leaving %s on another passport than the one shown at entry goes to a desk', (_, when) => {
    expect(assess('departed', when, travelling, { document: renewed })).toEqual({
      kind: 'desk',
      why: 'not_the_admissions_document',
    });
    expect(assess('departed', when, travelling, { document: own })).toMatchObject({
      document: 'passport',
    });
  });

  test('property: no document but the one shown at entry moves a bond for a departure', () => {
    const documents = fc.record({
      id: fc.constantFrom('passport-m', 'passport-r', 'passport-n'),
      basis: fc.constantFrom('passport' as const, 'renewal' as const, null),
    });
    const admittedOn = fc.constantFrom('passport-m', 'passport-r', 'passport-n', null);
    const days = fc.integer({ min: 11, max: 30 });
    fc.assert(
      fc.property(documents, admittedOn, days, (document, admittedDocumentId, d) => {
        const visa = admittedDocumentId ? { ...usedVisa, admittedDocumentId } : unusedVisa;
        const when = `2026-11-${d}T09:00:00Z`;
        const found = assess('departed', when, { ...travelling, visa }, { document });
        const isMoved = found.kind === 'cancel' || found.kind === 'refer';
        expect(isMoved).toBe(document.basis !== null && document.id === admittedDocumentId);
      }),
    );
  });
});
