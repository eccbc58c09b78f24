import { describeError } from '../logging/describe-error.ts';

interface Ends {
  /** Lets what runs come to its end. */
  readonly close: () => Promise<unknown>;
  readonly error: (text: string) => void;
}

const CLOSE_WITHIN_MS = 10_000;

/**
 * For errors that nobody handled: a fault of ours, and no reason that everybody's requests end. A
 * rejected promise is logged and the process goes on. What was thrown where nobody could catch it
 * may have left something half done: it is logged, the process takes no more work, finishes what it
 * has and ends with 1, and its parent starts it again.
 */
export function outliveErrors({ close, error }: Ends): void {
  process.on('unhandledRejection', (reason) => {
    error(`a rejection that nobody handled: ${describeError(reason).stack}`);
  });
  let isEnding = false;
  process.on('uncaughtException', (thrown) => {
    error(`an error that nobody caught: ${describeError(thrown).stack}`);
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    void close()
      .catch(() => undefined)
      .then(() => process.exit(1));
  });
}
