import type { GroundView } from '#breach';
import { DateTime } from '#web';
import type { BreachPageOptions } from './breach-page.ts';

function Ground({ view, content, ground }: BreachPageOptions & { ground: GroundView }) {
  const { t, lang } = view;
  const { facts, replies } = ground;
  return (
    <>
      <h3 class="govuk-heading-s">{t(`states.ground.${ground.code}`)}</h3>
      {facts === null ? (
        <p class="govuk-body">{t('breaches.one.noFacts')}</p>
      ) : (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-1">{t('breaches.one.facts')}</p>
          <p class="govuk-body vb-typed">{facts}</p>
        </>
      )}
      {facts !== null && replies.length === 0 && (
        <p class="govuk-body-s">{t('breaches.one.noReply')}</p>
      )}
      {replies.map((reply) => (
        <div class="govuk-inset-text">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {t(reply.isPayers ? 'breaches.one.payer' : 'breaches.one.traveller')}
            {' · '}
            <DateTime at={reply.sentAt} zone={content.zone} lang={lang} />
          </p>
          <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{reply.text}</p>
        </div>
      ))}
    </>
  );
}

/** Each ground with what the notice says and what was replied to it. */
export const Grounds = (o: BreachPageOptions) => (
  <section aria-labelledby="grounds">
    <h2 class="govuk-heading-m" id="grounds">
      {o.view.t('breaches.one.grounds')}
    </h2>
    {o.content.breach.grounds.map((ground) => (
      <Ground {...o} ground={ground} />
    ))}
  </section>
);
