import type { Instant } from '#kernel';
import { DateTime } from '#web';
import { LongId } from '../shared/long-id.view.tsx';
import type { OfficerView } from '../text/index.ts';

const SHORT = 12;

/** A key's digest; in lists its beginning, which two people can read to one another. */
export const KeyName = ({ kid, isShort = false }: { kid: string; isShort?: boolean }) => (
  <code>{isShort ? `${kid.slice(0, SHORT)}…` : <LongId id={kid} />}</code>
);

/** When something came, by the law's clock; or that it never did. */
export const Moment = ({ view, at }: { view: OfficerView; at: Instant | null }) =>
  at ? <DateTime at={at} zone="UTC" lang={view.lang} /> : <>{view.t('borderClients.never')}</>;
