import type { Permission } from '#identity';
import { isSecure, type Config } from '#platform';
import type { NavItem, ShellData, ShellView, WebOptions } from '#web';
import { DESK } from './accounts-for-web.service.ts';
import { texts } from './text/index.ts';

const IDLE_MINUTES = 15;
const ABSOLUTE_HOURS = 8;

type Around = Omit<ShellView, 'shell' | 'csrf'>;

interface Entry {
  readonly key: string;
  readonly href: string;
  readonly needs: Permission | typeof DESK;
  /** Where its other pages are, as far as their addresses do not begin with its own. */
  readonly also?: readonly string[];
}

/** The menu as data: who lacks the permission does not see the entry. */
const MENU: readonly Entry[] = [
  { key: 'desk', href: '/', needs: DESK },
  { key: 'cases', href: '/queues', needs: 'case.read', also: ['/cases'] },
  { key: 'search', href: '/search', needs: 'case.read' },
  { key: 'approvals', href: '/approvals', needs: 'bond.approve' },
  { key: 'bonds', href: '/bonds', needs: 'money.read' },
  { key: 'refunds', href: '/refunds', needs: 'money.read', also: ['/disputes', '/reversals'] },
  { key: 'suspense', href: '/suspense', needs: 'money.read' },
  { key: 'transfers', href: '/transfers', needs: 'refund.approve' },
  {
    ...{ key: 'treasury', href: '/treasury', needs: 'money.read' },
    also: ['/reconciliation', '/differences', '/liquidity'],
  },
  { key: 'movements', href: '/movements', needs: 'movement.read' },
  { key: 'breaches', href: '/breaches', needs: 'case.read' },
  { key: 'events', href: '/events', needs: 'money.read' },
  { key: 'books', href: '/books', needs: 'audit.read' },
  { key: 'borderClients', href: '/border-clients', needs: 'border.manage' },
];

const isHere = (path: string, href: string) =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));

function navigation(view: Around): NavItem[] {
  const path = view.path.split('?')[0] ?? '';
  const first = (href: string) => (href === '/queues' ? '/queues/all' : href);
  return MENU.filter((entry) => view.account?.permissions.has(entry.needs)).map(
    ({ key, href, also = [] }) => ({
      text: view.t.dynamic(`nav.${key}`),
      href: first(href),
      current: [href, ...also].some((part) => isHere(path, part)),
    }),
  );
}

const around =
  (config: Config) =>
  (view: Around): ShellData => ({
    ...(config.mode === 'demonstration' && { notice: view.t.dynamic('nav.demonstration') }),
    nav: navigation(view),
  });

export const webOptions = (config: Config): WebOptions => ({
  site: 'officer',
  secure: isSecure(config.officerUrl),
  sessionSecret: config.sessionSecret,
  sessions: { databaseUrl: config.databaseUrl },
  idleMinutes: IDLE_MINUTES,
  absoluteHours: ABSOLUTE_HOURS,
  assetsDir: 'dist/assets',
  texts,
  shell: around(config),
});
