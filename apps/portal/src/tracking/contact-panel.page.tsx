import { formatOpening } from '#kernel';
import { govuk } from '#web';
import type { OwnBond } from '../own/own-bonds.service.ts';
import type { PortalView } from '../text/index.ts';

/** How the consulate of a case is reached; nothing where its programme does not say. */
export function ContactPanel({
  view,
  own,
}: {
  view: PortalView;
  own: Pick<OwnBond, 'consulate' | 'row'>;
}) {
  const { t, lang } = view;
  const { consulate, row } = own;
  if (!consulate.contact) return null;
  const { address, hours, telephone, email, isInvented } = consulate.contact;
  const link = (href: string, text: string) => ({
    html: (
      <a class="govuk-link" href={href}>
        {text}
      </a>
    ),
  });
  return (
    <section aria-label={t('contact.title')}>
      <h2 class="govuk-heading-m">{t('contact.title')}</h2>
      <p class="govuk-body">{t('contact.lead', { reference: row.reference })}</p>
      <govuk.SummaryList
        rows={[
          {
            key: { text: t('contact.address') },
            value: {
              html: (
                <>
                  {address.map((line) => (
                    <>
                      {line}
                      <br />
                    </>
                  ))}
                </>
              ),
            },
          },
          {
            key: { text: t('contact.telephone') },
            value: link(`tel:${telephone.replaceAll(' ', '')}`, telephone),
          },
          { key: { text: t('contact.email') }, value: link(`mailto:${email}`, email) },
          { key: { text: t('contact.hours') }, value: { text: formatOpening(hours, lang) } },
        ]}
      />
      <p class="govuk-body-s">
        {t('contact.local', { city: consulate.city })} {isInvented && t('contact.invented')}
      </p>
    </section>
  );
}
