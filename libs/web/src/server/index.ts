export { addWeb, webAdapter } from './add-web.ts';
export {
  ACCOUNTS,
  Asking,
  Needs,
  Open,
  type Access,
  type AccountCtx,
  type AccountSessions,
} from './access.guard.ts';
export { CrossSiteAllowed } from './csrf.guard.ts';
export { PublicPage } from './public-pages.ts';
export { bringBack, keptWith } from './kept-form.ts';
export { Limited, LIMITER, type Limit, type Limiter } from './limited.guard.ts';
export { dropTicket, giveTicket, rememberBrowser, ticketOf } from './origin.ts';
export type { SessionStore, WebOptions } from './options.ts';
export { AccessRefused, SessionExpired, TooManyTries } from './refusals.ts';
export { assertEveryRouteDeclares, declaredRoutes, type DeclaredRoute } from './routes.ts';
export { invalid, localPath, PageWithStatus, SeeOther } from './see-other.ts';
export { CLEARED_AT_SIGN_OUT } from './sign-out.ts';
export { signIn, signOut, type SessionExtra } from './session.ts';
export { UuidPipe } from './uuid.pipe.ts';
export { Lang as CurrentLang, View, viewOf } from './view.ts';
export { WebModule, type WebModuleOptions } from './web.module.ts';
