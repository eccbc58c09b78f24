// The last line of a test run, in one plain form that a machine can read.
export default class JestSummary {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
    // A file that could not even be loaded has no test to count, and must not look like a success.
    const failed = numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const parts = [`${numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) parts.push(`${skipped} skipped`);
    this.line = parts.join(', ');
    // Jest writes its own summary to stderr; both are flushed at exit, so ours goes last.
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
