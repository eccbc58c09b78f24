import encodeQR from 'qr';

/** The light margin without which it is not found, in squares. */
export const QUIET = 4;

/** Dark squares beside each other in a row: from which column, in which row, how many. */
type Run = readonly [x: number, y: number, wide: number];

/** A QR code with its margin as runs of dark squares, so that a page can draw it without a picture. */
export function qrOf(text: string): { size: number; dark: Run[] } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const dark: Run[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) dark.push([from, y, x - from]);
    }
  }
  return { size: rows.length, dark };
}
