import { afterText, COUNT_MAX, type After, type ListPage } from '#platform';
import { Pager } from '#web';
import type { OfficerView } from '../text/index.ts';
import { addressOf } from './paging.ts';

export interface ListPagerOptions {
  readonly view: OfficerView;
  readonly found: ListPage<unknown>;
  /** Where this stretch of the list begins; null at its start. */
  readonly after: After | null;
  readonly path: string;
  /** The filters, which every link keeps. */
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * Page links for as much of a list as was counted, and from there to where it goes on: a list has no
 * last page that would have to be looked for.
 */
export function ListPager({ view, found, after, path, query = {} }: ListPagerOptions) {
  const { t, lang } = view;
  const at = (from: After | null, page: number) =>
    addressOf(path, { ...query, after: from ? afterText(from) : '', page });
  return (
    <>
      <Pager lang={lang} page={found.page} pages={found.pages} href={(page) => at(after, page)} />
      {found.next && (
        <p class="govuk-body">
          <a class="govuk-link" href={at(found.next, 1)}>
            {t('lists.further')}
          </a>
        </p>
      )}
      {after && (
        <p class="govuk-body">
          <a class="govuk-link" href={at(null, 1)}>
            {t('lists.start')}
          </a>
        </p>
      )}
    </>
  );
}

const max = {
  en: new Intl.NumberFormat('en').format(COUNT_MAX),
  fr: new Intl.NumberFormat('fr').format(COUNT_MAX),
};

/** A count as it is said, which goes no further than it was counted. */
export const countWords = ({ t, lang }: OfficerView, count: number): string =>
  count > COUNT_MAX ? t('lists.moreThan', { max: max[lang] }) : String(count);

/** How long a list is from where it begins. */
export const totalOf = (
  { t, lang }: OfficerView,
  { total }: ListPage<unknown>,
  key: 'queues.total' | 'bonds.total' | 'refunds.total' | 'movements.total' | 'matching.total',
): string => (total > COUNT_MAX ? t('lists.many', { max: max[lang] }) : t(key, { count: total }));
