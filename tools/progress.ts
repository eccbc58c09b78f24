// How far a long piece of work has come: a bar that is drawn over itself on a terminal, a line for each
// tenth elsewhere. On standard error, so that what a program prints stays its own.
const WIDTH = 30;

export class Progress {
  private readonly began = performance.now();
  private tenth = 0;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  at(done: number): void {
    const part = done / this.total;
    const line = `${this.bar(part)} ${done} of ${this.total} ${this.what}, ${this.seconds(part)}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\x1b[K${line}${done === this.total ? '\n' : ''}`);
    } else if (Math.floor(part * 10) > this.tenth) {
      this.tenth = Math.floor(part * 10);
      process.stderr.write(`${line}\n`);
    }
  }

  private bar(part: number): string {
    const full = Math.round(part * WIDTH);
    return `[${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}]`;
  }

  private seconds(part: number): string {
    const gone = (performance.now() - this.began) / 1000;
    const left =
      part > 0 && part < 1 ? `, about ${Math.ceil((gone / part) * (1 - part))} s left` : '';
    return `${Math.round(gone)} s${left}`;
  }
}
