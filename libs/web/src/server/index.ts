export { addWeb, webAdapter } from './add-web.ts';
export { Asking, Needs, Open, type AccountCtx } from './access.guard.ts';
export { attachment, letterFile, SendsFile } from './attachment.ts';
export {
  bytesOf,
  FileOfForm,
  FormWithFile,
  type SentFile,
  type SentForm,
  TakesFile,
} from './file-bodies.ts';
export { type AskedFile, FileLink } from './file-link.ts';
export { CrossSiteAllowed } from './csrf.guard.ts';
export { PublicPage } from './public-pages.ts';
export { bringBack, keptWith } from './kept-form.ts';
export { Limited } from './limited.guard.ts';
export { dropTicket, giveTicket, rememberBrowser, ticketOf } from './origin.ts';
export type { WebOptions } from './options.ts';
export { declaredRoutes } from './routes.ts';
export { invalid, localPath, PageWithStatus, SeeOther } from './see-other.ts';
export { CLEARED_AT_SIGN_OUT } from './sign-out.ts';
export { signIn, signOut } from './session.ts';
export { UuidPipe } from './uuid.pipe.ts';
export { View } from './view.ts';
export { WebModule } from './web.module.ts';
