/** Where the words of a request and of its answer are, sealed. */
export const placeOf = (column: 'text_sealed' | 'answer_sealed', row: string) => ({
  ...{ table: 'information_request', column, row },
});
