import { startEmulator } from './emulator.ts';
import { readSettings, type Settings } from './settings.ts';

/** One line and exit code 1 for what the person starting it can mend. */
function giveUp(message: string): never {
  console.error(`stripe-emulator: ${message}`);
  process.exit(1);
}

function settingsOrGiveUp(): Settings {
  try {
    return readSettings();
  } catch (error) {
    return giveUp((error as Error).message);
  }
}

const settings = settingsOrGiveUp();
const emulator = await startEmulator(settings).catch((error: NodeJS.ErrnoException) =>
  giveUp(
    error.code === 'EADDRINUSE'
      ? `port ${settings.port} is taken; set STRIPE_EMULATOR_PORT to another one.`
      : error.message,
  ),
);
console.log(`stripe-emulator listening on ${emulator.url}`);

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void emulator.close().then(() => process.exit(0));
  });
}
