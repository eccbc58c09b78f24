import { isUuid } from '#kernel';

/** Ids of ours in a bank's files, which have room for 35 characters and take no dashes everywhere. */
export const bankNameOf = (id: string): string => id.replaceAll('-', '');

/** The id that a bank repeats; null when it cannot be one of ours. */
export function idOfBankName(name: string | null): string | null {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
    (name ?? '').toLowerCase(),
  );
  const id = parts?.slice(1).join('-') ?? null;
  return id !== null && isUuid(id) ? id : null;
}
