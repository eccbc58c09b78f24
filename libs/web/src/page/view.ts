import type { Answers } from '../forms/answers.ts';
import type { AnyText, Lang, Text } from '../text/texts.ts';

/** Who is signed in, as far as pages and guards need to know. */
export interface SignedInAccount {
  readonly id: string;
  readonly displayName: string;
  readonly permissions: ReadonlySet<string>;
  readonly scope: 'applicant' | 'staff';
  readonly language?: Lang;
  /** Of the session that this request came with; the doors to the data ask for it. */
  readonly token: string;
}

type Link = { readonly text: string; readonly href: string };
export type NavItem = Link & { readonly current?: boolean };

/** What a site shows around every page; given by the app, from data. */
export interface ShellData {
  /** Where the programme stands: "Pilot until 4 August 2027". Shown under the name. */
  readonly programmeState?: string;
  /** A bar above the header: that this is a demonstration, or a planned outage. */
  readonly notice?: string;
  readonly nav?: readonly NavItem[];
  readonly footerLinks?: readonly Link[];
}

export type Site = 'portal' | 'officer';

/** A form that was sent with an ended session, to be shown filled in. */
export interface KeptForm {
  /** Where it stood. */
  readonly page: string;
  /** Where it was sent. */
  readonly action: string;
  readonly values: Answers;
}

/** Everything the page shell needs; made for each request by `@View()`. */
export interface ShellView {
  readonly t: AnyText;
  readonly lang: Lang;
  readonly site: Site;
  /** Path and query of this page. */
  readonly path: string;
  readonly nonce: string | undefined;
  /** Made when first read: reading it gives a visitor a cookie. */
  readonly csrf: string;
  readonly account: SignedInAccount | null;
  /** Names the signed-in account in its forms. */
  readonly formOwner?: string | null;
  /** What was typed here before a session ended; reading it takes it. */
  readonly keptForm?: KeptForm | null;
  /** The served address of a built file, by its plain name: `portal.css`. */
  readonly asset: (name: string) => string;
  readonly shell: ShellData;
  /** After how long without a request a signed-in person is signed out. */
  readonly idleSeconds: number;
}

/** The view of a site with its own texts: `type View = PageView<typeof en>`. */
export interface PageView<R> extends ShellView {
  readonly t: Text<R>;
}
