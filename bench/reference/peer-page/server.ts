// The same page as a team would otherwise write it: Fastify, its session plugin with the same store,
// its CSRF plugin and helmet, one SQL statement for the rows, one for their number, one for
// who is asking, and nunjucks with the macros of govuk-frontend and moj-frontend.
//
// Where in doubt, it has it easier than ours: English only, no row-level security, no transaction, no
// rate limits, no trail, no log, and names of travellers that lie open in a table of its own.
import fastifyCookie from '@fastify/cookie';
import fastifyCsrf from '@fastify/csrf-protection';
import fastifyHelmet from '@fastify/helmet';
import fastifySession from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import { fastify, type FastifyRequest } from 'fastify';
import nunjucks from 'nunjucks';
import pg from 'pg';
import { CONSULATES, STAFF, TOTAL, ROWS, type Row } from './queries.ts';

const PAGE_ROWS = 50;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 14 });
const rowsOf = async <R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
  (await pool.query<R>({ name, text, values })).rows;

const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    `${import.meta.dirname}/views`,
    'node_modules/govuk-frontend/dist',
    'node_modules/@ministryofjustice/frontend',
  ]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'America/New_York' });
templates.addFilter('day', (date: Date) => days.format(date));

const server = fastify();
await server.register(fastifyHelmet, { enableCSPNonces: true });
await server.register(fastifyCookie);
const Store = connectPgSimple({ Store: fastifySession.Store });
await server.register(fastifySession, {
  secret: 'a secret of thirty-two characters or more',
  cookieName: 'peer',
  cookie: { secure: false },
  saveUninitialized: false,
  rolling: false,
  store: new Store({ pool, schemaName: 'peer', tableName: 'session', pruneSessionInterval: false }),
});
await server.register(fastifyCsrf, { sessionPlugin: '@fastify/session' });

server.get('/health/ready', async () => 'ready');
server.get<{ Params: { id: string } }>('/enter/:id', async (request, reply) => {
  Object.assign(request.session, { accountId: request.params.id });
  reply.generateCsrf();
  return 'signed in';
});

const signedInAs = (request: FastifyRequest) =>
  (request.session as unknown as { accountId?: string }).accountId;

server.get<{ Querystring: { page?: string } }>('/queues/all', async (request, reply) => {
  const accountId = signedInAs(request);
  const [staff] = accountId ? await rowsOf('staff', STAFF, [accountId]) : [];
  if (!staff) return reply.redirect('/sign-in');
  const page = Math.max(1, Number(request.query.page) || 1);
  const [consulates, counted, rows] = await Promise.all([
    rowsOf('consulates', CONSULATES, []),
    rowsOf<{ total: number }>('total', TOTAL, []),
    rowsOf<Row>('rows', ROWS, [(page - 1) * PAGE_ROWS, PAGE_ROWS]),
  ]);
  const total = counted[0]!.total;
  const html = templates.render('queue.njk', {
    ...{ staff, consulates, rows, total, page, now: new Date() },
    pages: Math.ceil(total / PAGE_ROWS),
    csrf: reply.generateCsrf(),
    cspNonce: reply.cspNonce.script,
  });
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
