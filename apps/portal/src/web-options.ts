import { isSecure, type Config } from '#platform';
import type { AnyText, NavItem, ShellData, ShellView, WebOptions } from '#web';
import { texts } from './text/index.ts';

const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;

type Around = Omit<ShellView, 'shell' | 'csrf'>;

const link = (view: Around, href: string, text: string): NavItem => {
  const path = view.path.split('?')[0] ?? '';
  return { text, href, current: path === href || path.startsWith(`${href}/`) };
};

function navigation(view: Around, t: AnyText): NavItem[] {
  const compare = link(view, '/programmes/compare', t.dynamic('nav.compare'));
  return view.account
    ? [
        link(view, '/cases', t.dynamic('nav.cases')),
        link(view, '/bonds', t.dynamic('nav.bonds')),
        compare,
      ]
    : [
        compare,
        link(view, '/sign-in', t.dynamic('nav.signIn')),
        link(view, '/sign-up', t.dynamic('nav.signUp')),
      ];
}

const around =
  (config: Config) =>
  (view: Around): ShellData => ({
    ...(config.mode === 'demonstration' && { notice: view.t.dynamic('nav.demonstration') }),
    nav: navigation(view, view.t),
    footerLinks: [
      { href: '/check', text: view.t.dynamic('check.link') },
      { href: '/figures', text: view.t.dynamic('nav.figures') },
      { href: '/proof', text: view.t.dynamic('nav.proof') },
      { href: '/privacy', text: view.t.dynamic('nav.privacy') },
      { href: '/accessibility', text: view.t.dynamic('nav.accessibility') },
    ],
  });

export const webOptions = (config: Config): WebOptions => ({
  site: 'portal',
  secure: isSecure(config.portalUrl),
  sessionSecret: config.sessionSecret,
  sessions: { databaseUrl: config.databaseUrl },
  idleMinutes: IDLE_MINUTES,
  absoluteHours: ABSOLUTE_HOURS,
  // "Pay" posts to us and is answered with the way to the processor's page.
  checkoutOrigins: [new URL(config.stripe.checkoutOrigin).origin],
  assetsDir: 'dist/assets',
  texts,
  shell: around(config),
});
