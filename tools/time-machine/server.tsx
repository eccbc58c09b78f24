// The machine's one page: what it shows, and the two forms on it.
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { dayFromIso, isUuid } from '#kernel';
import { readManifest } from '../../libs/web/src/server/assets.ts';
import { negotiate } from '../../libs/web/src/text/language.ts';
import { checkout } from '../checkout.ts';
import { CROSSINGS, type CrossingKind } from './dates.ts';
import { MachinePage, texts, type MachineView, type Said } from './machine.page.tsx';
import type { MachineSettings } from './settings.ts';
import type { Refusal, Stage } from './stage.ts';

const ASSETS = join(checkout, 'dist', 'assets');
/** A form of this page is a few words long. */
const BODY_BYTES_MAX = 4_096;
const RELOAD_SECONDS = 2;
const REFUSALS: readonly string[] = ['not_ahead', 'no_such_crossing', 'border_refused'];
const asset = readManifest(ASSETS);

type Query = Readonly<Record<string, string | undefined>>;

function saidIn({ done, refused }: Query): Said | null {
  if (done === 'moved' || done === 'reported') return { done };
  return refused && REFUSALS.includes(refused) ? { refused: refused as Refusal } : null;
}

function viewOf(request: FastifyRequest, nonce: string, settings: MachineSettings): MachineView {
  const query = request.query as Query;
  const cookie = request.cookies['lang'];
  const accept = request.headers['accept-language'] ?? '';
  const lang = negotiate({ query: query['lang'], cookie, accept });
  const t = texts.textFor(lang);
  const nav = [
    { text: t('machine.portal'), href: settings.portalUrl },
    { text: t('machine.officer'), href: settings.officerUrl },
  ];
  return {
    ...{ t, lang, nonce, asset, site: 'portal', path: request.url, csrf: '', account: null },
    ...{ idleSeconds: 0, shell: { notice: t('machine.notice'), nav } },
  };
}

async function show(
  stage: Stage,
  settings: MachineSettings,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const view = viewOf(request, reply.cspNonce.script, settings);
  const [clock, cases, atWork] = await Promise.all([stage.clock(), stage.cases(), stage.atWork()]);
  const said = saidIn(request.query as Query);
  const isAtWork = atWork > 0;
  // Without what became of the form: that is said once.
  if (isAtWork) reply.header('refresh', `${RELOAD_SECONDS};url=/`);
  if ((request.query as Query)['lang']) reply.setCookie('lang', view.lang, { path: '/' });
  const { officerUrl } = settings;
  const shown = { view, clock, cases, isAtWork, officerUrl, said };
  const html = renderToString(<MachinePage {...shown} />);
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${html}`);
}

const back = (reply: FastifyReply, done: 'moved' | 'reported', refusal: Refusal | null) =>
  reply.redirect(refusal ? `/?refused=${refusal}` : `/?done=${done}`, 303);

function dayIn(text: string | undefined) {
  try {
    return dayFromIso(text ?? '');
  } catch {
    return null;
  }
}

function addForms(server: FastifyInstance, stage: Stage): void {
  server.post('/move', async ({ body }, reply) => {
    const { day: text, complete } = body as Query;
    const day = dayIn(text);
    return back(reply, 'moved', day ? await stage.goTo(day, complete === 'yes') : 'not_ahead');
  });
  server.post('/border', async ({ body }, reply) => {
    const { kind, case: caseId } = body as Query;
    const isKnown = CROSSINGS.includes(kind as CrossingKind) && isUuid(caseId ?? '');
    const refusal = isKnown
      ? await stage.reports(kind as CrossingKind, caseId!)
      : 'no_such_crossing';
    return back(reply, 'reported', refusal);
  });
}

/** Another site's page must not move the clock of somebody who runs the demonstration. */
function refuseOtherSites(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const from = request.headers['sec-fetch-site'] ?? 'same-origin';
    if (request.method !== 'POST' || from === 'same-origin') return;
    return reply.code(403).type('text/plain').send('Only forms of this page are taken.');
  });
}

const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: [],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

export async function createMachine(
  stage: Stage,
  settings: MachineSettings,
): Promise<FastifyInstance> {
  const server = Fastify({ bodyLimit: BODY_BYTES_MAX });
  await server.register(fastifyCookie);
  await server.register(fastifyHelmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false,
  });
  await server.register(fastifyStatic, { root: ASSETS, prefix: '/assets/', index: false });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  refuseOtherSites(server);
  server.get('/health/ready', () => ({ ready: true }));
  server.get('/', (request, reply) => show(stage, settings, request, reply));
  addForms(server, stage);
  return server;
}
