import 'reflect-metadata';
import { listen, startApp } from '#platform';
import { createOfficer } from './officer.app.ts';

await startApp(async (config) => listen(await createOfficer(config)));
