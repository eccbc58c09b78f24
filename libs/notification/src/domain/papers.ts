/** What has a code by which anybody can ask whether it is real. */
export type PaperKind = 'direction' | 'receipt' | 'decision' | 'undertaking';

/** What a QR code leads to. Behind the # the code stays in the browser. */
export const checkAddress = (portal: string, code: string): string => `${portal}/check#${code}`;
