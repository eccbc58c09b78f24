import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberVariants, personVariants, VARIANTS_MAX, type Likeness } from './variants.ts';

const whyOf = (number: string, other: string): readonly Likeness[] | undefined =>
  numberVariants(number).find((v) => v.value === other)?.why;
const MRZ = fc.stringMatching(/^[A-Z0-9]{1,20}$/);

describe('the number of a document', () => {
  test.each([
    ['C10000001', 'C10000002', ['one_character']],
    ['C10000001', 'D10000001', ['one_character']],
    ['C10000001', 'C1000000I', ['confused']],
    ['CO0000001', 'C00000001', ['confused']],
    ['COO000001', 'C00000001', ['confused']],
    ['C12000001', 'C21000001', ['transposed']],
    ['C10000001', 'C20000002', undefined],
    ['C10000001', 'C1000001', undefined],
    ['C10000001', 'C10000001', undefined],
  ] as const)('%s as %s: %p', (number, other, why) => expect(whyOf(number, other)).toEqual(why));

  test('property: bounded, each once, never itself, and one slip goes both ways', () => {
    fc.assert(
      fc.property(MRZ, (number) => {
        const found = numberVariants(number).map((v) => v.value);
        expect(found.length).toBeLessThanOrEqual(VARIANTS_MAX);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(number);
      }),
      { numRuns: 50 },
    );
    fc.assert(
      fc.property(MRZ, fc.nat(), (number, at) => {
        const other = numberVariants(number).filter((v) => v.value.length === number.length);
        const one = other[at % other.length]!;
        const isOneSlip = one.why[0] !== 'confused';
        if (isOneSlip) expect(whyOf(one.value, number)).toBeDefined();
      }),
      { numRuns: 50 },
    );
  });

  test('too long for a machine-readable zone: nothing is made of it', () => {
    expect(numberVariants('A'.repeat(21))).toEqual([]);
  });
});

describe('a person', () => {
  const person = { familyName: 'Müller', givenNames: 'Jane', bornOn: '1990-03-04' };
  const found = (p: typeof person) =>
    personVariants(p).map((v) => [v.value.familyName, v.value.givenNames, v.value.bornOn, v.why]);

  test('is first itself', () => {
    expect(found(person)[0]).toEqual(['Müller', 'Jane', '1990-03-04', ['same_person']]);
  });
  test('may have names changed, day and month changed, and both', () => {
    expect(found(person)).toContainEqual([
      ...['Jane', 'Müller', '1990-03-04', ['same_person', 'names_swapped']],
    ]);
    expect(found(person)).toContainEqual([
      ...['Jane', 'Müller', '1990-04-03', ['same_person', 'names_swapped', 'birth_swapped']],
    ]);
  });
  test('written with two letters for one is known by one', () => {
    expect(found({ ...person, familyName: 'Mueller', givenNames: 'Aaron' })).toContainEqual([
      ...['MULLER', 'ARON', '1990-03-04', ['same_person', 'names_spelled']],
    ]);
  });
  test('has no thirteenth month, and at most eight forms', () => {
    const born = found({ ...person, bornOn: '1990-03-24' }).map((f) => f[2]);
    expect(new Set(born)).toEqual(new Set(['1990-03-24']));
    expect(found(person).length).toBeLessThanOrEqual(8);
  });
});
