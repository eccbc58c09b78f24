/** Where the account for one refund of a case is given. */
export const accountPath = (reference: string, refundId: string): string =>
  `/cases/${reference}/refunds/${refundId}/account`;
