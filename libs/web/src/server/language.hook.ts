import type { FastifyInstance } from 'fastify';
import { isLang } from '../text/texts.ts';
import { negotiate } from '../text/language.ts';
import type { WebOptions } from './options.ts';
import { cookieSettings, ownCookie } from './origin.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

const cookieOf = (options: WebOptions) => ownCookie(options, 'lang');

/** `?lang=` is remembered for a year; without it the cookie and then the browser decide. */
export function addLanguage(server: FastifyInstance, options: WebOptions): void {
  server.decorateRequest('lang', 'en');
  server.addHook('onRequest', async (request, reply) => {
    const query = (request.query as { lang?: unknown }).lang;
    request.lang = negotiate({
      query,
      cookie: request.cookies[cookieOf(options)],
      accept: request.headers['accept-language'],
    });
    if (!isLang(query)) return;
    reply.setCookie(cookieOf(options), query, {
      ...cookieSettings(options),
      maxAge: YEAR_SECONDS,
    });
  });
}
