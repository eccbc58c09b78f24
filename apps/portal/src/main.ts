import 'reflect-metadata';
import { listen, startApp } from '#platform';
import { createPortal } from './portal.app.ts';

await startApp(async (config) => listen(await createPortal(config)));
