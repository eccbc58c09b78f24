// How long things are measured. Shorter rounds are for work on the benches, not for figures.
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
/** In the queue that the page bench looks at. */
const cases = Number(process.env['BENCH_CASES'] ?? 100_000);
/** Of the file that the import bench brings in. */
const importRows = Number(process.env['BENCH_IMPORT_ROWS'] ?? 100_000);
/** Of each round of the refunds bench. */
const refunds = Number(process.env['BENCH_REFUNDS'] ?? 2_500);
/** Among which the bench of the sweep has one in a hundred that is due. */
const bonds = Number(process.env['BENCH_BONDS'] ?? 1_000_000);
if (
  !(bonds >= 1000 && bonds <= 1_000_000) ||
  !(seconds >= 0.5) ||
  !(rounds >= 1) ||
  !(cases >= 1) ||
  !(importRows >= 100) ||
  !(refunds >= 10 && refunds <= 10_000)
) {
  console.error(
    'BENCH_SECONDS takes 0.5 or more, BENCH_ROUNDS and BENCH_CASES 1 or more, BENCH_IMPORT_ROWS 100, BENCH_REFUNDS 10 to 10000, BENCH_BONDS 1000 to 1000000.',
  );
  process.exit(2);
}

/** Numbers of cases at which growth is measured. A million takes half an hour to make. */
const sizes = (process.env['BENCH_SIZES'] ?? '10000,100000').split(',').map(Number);
const idleSeconds = Number(process.env['BENCH_IDLE_SECONDS'] ?? 60);
if (sizes.length < 2 || !sizes.every((n, i) => n > (sizes[i - 1] ?? 999)) || !(idleSeconds >= 1)) {
  console.error('BENCH_SIZES takes two sizes or more, growing, from 1000; BENCH_IDLE_SECONDS 1.');
  process.exit(2);
}

/** pgledger's SQL, for the bench `peer`: files to run in this order. */
const pgledger = (process.env['BENCH_PGLEDGER'] ?? '').split(',').filter(Boolean);

export const plan = {
  ...{ seconds, rounds: Math.round(rounds), cases: Math.round(cases) },
  ...{ sizes, idleSeconds, pgledger, importRows, refunds, bonds },
};
