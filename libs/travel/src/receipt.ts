import type { FieldError } from './movement-item.ts';

export interface ReceiptItem {
  /** Place of the item in the batch, from 0. */
  readonly index: number;
  /** The border system's id of the record; null when it could not be read. */
  readonly recordId: string | null;
  /** duplicate: the same record with the same content was accepted before. */
  readonly result: 'accepted' | 'duplicate' | 'rejected';
  readonly movementId?: string;
  /** record_changed: the same id came before with other content; a correction needs a new id. */
  readonly code?: 'invalid' | 'record_changed';
  readonly errors?: readonly FieldError[];
}

/** What became of each item of a batch. Kept, so that a repeated call gets the same answer. */
export interface Receipt {
  readonly batchId: string;
  /** True when this call was answered before. */
  readonly replayed: boolean;
  readonly items: readonly ReceiptItem[];
}
