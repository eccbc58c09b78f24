import { QueryFailedError } from 'typeorm';

const driverErrorOf = (e: unknown): { code?: string; constraint?: string } | null =>
  e instanceof QueryFailedError ? (e.driverError as object) : (e as object | null);

/** The SQLSTATE of a failed statement, where the error has one. */
export const sqlStateOf = (e: unknown): string | undefined => driverErrorOf(e)?.code;

/** The constraint that a failed statement broke, where it broke one. */
export const constraintOf = (e: unknown): string | undefined => driverErrorOf(e)?.constraint;
