export const ID_NAMES = [
  ...['account', 'point', 'person', 'document', 'visa_case'],
  ...['bond', 'undertaking', 'payment', 'request'],
] as const;
export type Ids = Readonly<Record<(typeof ID_NAMES)[number], string>>;
