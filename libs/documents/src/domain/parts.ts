/** Content is sealed and kept in parts of this size, so that no reader holds it whole. */
export const PART_BYTES = 256 * 1024;

export const partsOf = (bytes: number): number => Math.ceil(bytes / PART_BYTES);
