/** What is taken. By its first bytes: what a file is called says nothing. */
export type UploadType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** Of one file, as it is sent. */
export const UPLOAD_BYTES_MAX = 10 * 1024 * 1024;
/** Of one file as it is kept: a picture that is written anew may grow. */
export const KEPT_BYTES_MAX = 2 * UPLOAD_BYTES_MAX;
/** Files of one thing that somebody reports, answers or replies to. */
export const UPLOADS_OF_THING_MAX = 5;
/** Files of one case, whatever they are for. */
export const UPLOADS_OF_CASE_MAX = 20;
/** Width times height: a small file may hold a picture that fills all memory. */
export const PIXELS_MAX = 50_000_000;
/** A larger picture is kept smaller: every word of a page is still read at that size. */
export const SIDE_PIXELS_MAX = 4_000;
export const PDF_PAGES_MAX = 30;

/** Why a file is not kept. Nothing else stays of it. */
export type UploadRefusal =
  | 'empty'
  | 'too_large'
  | 'too_many'
  | 'unknown_type'
  | 'unreadable'
  | 'too_many_pixels'
  | 'pdf_encrypted'
  | 'pdf_active'
  | 'pdf_attachments'
  | 'pdf_too_many_pages'
  /** Something else hides behind the end of the PDF. */
  | 'pdf_not_alone'
  | 'took_too_long'
  | 'infected'
  /** The virus scanner did not answer. */
  | 'not_scannable'
  | 'busy';

const STARTS: readonly (readonly [UploadType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** By its first bytes; undefined when it is nothing that is taken. */
export const typeOf = (bytes: Uint8Array): UploadType | undefined =>
  STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
