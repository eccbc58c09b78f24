// A page that moves the demonstration's clock and plays its border. `npm start` runs it beside the
// programs, as the administrator of its database; no image for production has it. Compiled, since it
// runs our modules.
import 'reflect-metadata';
import { loadConfig } from '#platform';
import { createMachine } from './time-machine/server.tsx';
import { readMachineSettings } from './time-machine/settings.ts';
import { Stage } from './time-machine/stage.ts';

async function main(): Promise<void> {
  const settings = readMachineSettings();
  const stage = await Stage.enter(settings, loadConfig());
  const server = await createMachine(stage, settings);
  await server.listen({ port: settings.port, host: 'localhost' });
  console.log(`time-machine listening on http://localhost:${settings.port}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server
        .close()
        .then(() => stage.leave())
        .then(() => process.exit(0));
    });
  }
}

await main().catch((error: unknown) => {
  console.error(`time-machine: ${(error as Error).message}`);
  process.exit(1);
});
