// The limit of any page: Fastify with one text that is there already. No session, no query, no log,
// no header but Fastify's own; whatever a real page does comes on top of this.
import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';

const html = readFileSync(process.env['HTML_FILE']!, 'utf8');
const server = fastify();
server.get('/health/ready', async () => 'ready');
server.get('/', async (_, reply) => reply.type('text/html; charset=utf-8').send(html));
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
