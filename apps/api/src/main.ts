import 'reflect-metadata';
import { listen, startApp } from '#platform';
import { createApi } from './api.app.ts';

await startApp(async (config) => listen(await createApi(config)));
