// Invented people whom a sign-in page offers: in a demonstration only, where passwords are no secret.
import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '#platform';
import { shellText, type Lang } from './text/texts.ts';

export interface DemonstrationAccount {
  readonly site: 'portal' | 'officer';
  readonly user: string;
  readonly who: string;
  readonly whoInFrench: string;
  readonly email: string;
  readonly password: string;
}

/** Those of one site; none outside a demonstration, and before the people were invented. */
export function demonstrationAccounts(
  config: Config,
  site: DemonstrationAccount['site'],
): readonly DemonstrationAccount[] {
  const path = config.demonstrationAccounts;
  if (config.mode !== 'demonstration' || path === undefined || !existsSync(path)) return [];
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly DemonstrationAccount[];
  return all.filter((account) => account.site === site);
}

/** The sign-in page again, filled in for whoever is chosen. */
export function DemonstrationRoles(o: { lang: Lang; accounts: readonly DemonstrationAccount[] }) {
  if (o.accounts.length === 0) return null;
  return (
    <nav aria-labelledby="demonstration-roles">
      <h2 class="govuk-heading-m" id="demonstration-roles">
        {shellText(o.lang)('web.demonstration.tryAs')}
      </h2>
      <ul class="govuk-list">
        {o.accounts.map(({ user, who, whoInFrench }) => (
          <li key={user}>
            <a class="govuk-link" href={`/sign-in?as=${encodeURIComponent(user)}`}>
              {o.lang === 'fr' ? whoInFrench : who}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
