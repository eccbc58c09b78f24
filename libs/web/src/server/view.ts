import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptForm, ShellView } from '../page/view.ts';
import { formToken } from './csrf.ts';
import { ownerOf, takeKept } from './kept-form.ts';

/** Everything a page needs, for this request. */
export function viewOf(request: FastifyRequest, reply: FastifyReply): ShellView {
  const { options, asset } = request.server.web;
  const base = {
    t: options.texts.textFor(request.lang),
    lang: request.lang,
    site: options.site,
    path: request.url,
    // None where the page is the same for everybody; its policy names our own scripts instead.
    nonce: reply.cspNonce?.script,
    account: request.account,
    asset,
    idleSeconds: options.idleMinutes * 60,
  };
  const shell = options.shell?.(base) ?? {};
  let token: string | undefined;
  let kept: KeptForm | null | undefined;
  return {
    ...base,
    shell,
    formOwner: request.account && ownerOf(options, request.account.id),
    get keptForm() {
      return kept === undefined ? (kept = takeKept(request)) : kept;
    },
    // Lazy: a visitor who only reads needs no cookie.
    get csrf() {
      return (token ??= formToken(request, reply));
    },
  };
}

const http = (context: ExecutionContext) => {
  const host = context.switchToHttp();
  return [host.getRequest<FastifyRequest>(), host.getResponse<FastifyReply>()] as const;
};

/** `@View() view: PageView<typeof en>`: texts, language, token, account, path. */
export const View = createParamDecorator((_: unknown, context: ExecutionContext) =>
  viewOf(...http(context)),
);
