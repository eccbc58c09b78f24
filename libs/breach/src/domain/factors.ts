/** What a decision weighs, each by itself (R18). */
export const factors = ['extent', 'intent', 'good_faith', 'steps_taken'] as const;
export type Factor = (typeof factors)[number];

export const weights = ['for_payer', 'against_payer', 'neither'] as const;
export type Weight = (typeof weights)[number];
export const isWeight = (code: string): code is Weight =>
  (weights as readonly string[]).includes(code);
