/** What has a code by which anybody can ask whether it is real. */
export const paperKinds = ['direction', 'receipt', 'decision'] as const;
export type PaperKind = (typeof paperKinds)[number];
