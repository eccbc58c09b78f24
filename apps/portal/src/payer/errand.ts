/** What a browser keeps the secret of its link under, until the bond is taken on or declined. */
export const ERRAND = 'asked-to-pay';
