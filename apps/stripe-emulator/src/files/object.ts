/** Whole file objects. */
import type Stripe from 'stripe';

interface NewFile {
  id: string;
  name: string;
  type: string;
  purpose: string;
  size: number;
  created: number;
  /** Base of its address. */
  url: string;
}

export function file({ id, name, type, purpose, size, created, url }: NewFile) {
  return {
    id,
    object: 'file',
    created,
    expires_at: null,
    filename: name,
    purpose,
    size,
    title: null,
    type: type.split('/').at(-1) ?? null,
    url: `${url}/v1/files/${id}/contents`,
  } satisfies Stripe.File;
}
