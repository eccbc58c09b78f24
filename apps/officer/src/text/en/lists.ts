/** Of every long list. */
export const lists = {
  further: 'Further on in the list',
  start: 'Back to the start of the list',
  moreThan: 'more than {{max}}',
  many: 'More than {{max}} from here on',
} as const;
