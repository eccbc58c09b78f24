import { createTexts, type English, type PageView } from '#web';
import * as about from '../about/about.text.ts';
import * as account from '../account/account.text.ts';
import * as apply from '../apply/apply.text.ts';
import * as bond from '../bond/bond.text.ts';
import * as breach from '../breach/breach.text.ts';
import * as cases from '../cases/cases.text.ts';
import * as check from '../check/check.text.ts';
import * as contact from '../tracking/contact.text.ts';
import * as dispute from '../tracking/dispute.text.ts';
import * as declined from '../tracking/declined.text.ts';
import * as evidence from '../evidence/evidence.text.ts';
import * as files from '../files/files.text.ts';
import * as figures from '../figures/figures.text.ts';
import * as information from '../information/information.text.ts';
import * as journey from '../tracking/journey.text.ts';
import * as payer from '../payer/payer.text.ts';
import * as nav from './nav.text.ts';
import * as papers from '../papers/papers.text.ts';
import * as proof from '../proof/proof.text.ts';
import * as programme from '../start/programme.text.ts';
import * as refundAccount from '../refund-account/refund-account.text.ts';
import * as refusal from '../tracking/refusal.text.ts';
import * as stay from '../stay/stay.text.ts';
import * as start from '../start/start.text.ts';
import * as tracking from '../tracking/tracking.text.ts';
import * as ways from '../bond/ways.text.ts';
import * as withdraw from '../withdraw/withdraw.text.ts';

/** Every word of the portal. Each part's stand beside its pages, in both languages. */
export const parts = {
  about,
  account,
  apply,
  bond,
  breach,
  cases,
  check,
  contact,
  declined,
  evidence,
  figures,
  files,
  information,
  journey,
  nav,
  papers,
  payer,
  programme,
  proof,
  refundAccount,
  refusal,
  start,
  stay,
  tracking,
  ways,
  dispute,
  withdraw,
};
export const texts = createTexts(parts);
export type En = English<typeof parts>;
/** What every page of the portal is given. */
export type PortalView = PageView<En>;
