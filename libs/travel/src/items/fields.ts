import { stateOf } from '#identity';
import { Temporal } from '#kernel';
import { Matches, ValidateBy } from 'class-validator';
import { PORT_CODE } from '../domain/item-forms.ts';

const parses = (parse: (text: string) => unknown) => (value: unknown) => {
  try {
    return typeof value === 'string' && parse(value) !== undefined;
  } catch {
    return false;
  }
};

export const MOMENT =
  'must be a moment with its offset, such as 2026-11-24T09:30:00Z or 2026-11-24T10:30:00+01:00';
export const IsMoment = () =>
  ValidateBy(
    { name: 'isMoment', validator: { validate: parses((t) => Temporal.Instant.from(t)) } },
    { message: MOMENT },
  );
export const IsDay = () =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (v) =>
          typeof v === 'string' &&
          /^\d{4}-\d{2}-\d{2}$/.test(v) &&
          parses((t) => Temporal.PlainDate.from(t, { overflow: 'reject' }))(v),
      },
    },
    { message: 'must be a day, such as 2026-12-24' },
  );

export const IsState = () =>
  ValidateBy(
    {
      name: 'isState',
      validator: {
        validate: (v) => typeof v === 'string' && v.length <= 10 && stateOf(v) !== null,
      },
    },
    { message: 'must be the code of a state, such as USA or US; no state has this one' },
  );

export const IsPort = () =>
  Matches(PORT_CODE, { message: 'must be the code of a port, such as BKO' });
