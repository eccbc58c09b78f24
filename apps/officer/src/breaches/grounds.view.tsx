import type { GroundView } from '#breach';
import { DateTime } from '#web';
import { FileLines, type ShownFile } from '../shared/file-list.view.tsx';
import type { BreachPageOptions } from './breach-page.ts';

export interface GroundsOptions extends BreachPageOptions {
  /** What was sent with replies, by the ground's id. */
  readonly files: ReadonlyMap<string, readonly ShownFile[]>;
}

function Ground({ view, content, ground, ...o }: GroundsOptions & { ground: GroundView }) {
  const { t, lang } = view;
  const { facts, replies } = ground;
  const files = o.files.get(ground.id) ?? [];
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
      {files.length > 0 && (
        <>
          <p class="govuk-body-s govuk-!-margin-bottom-1">{t('breaches.one.files')}</p>
          <FileLines view={view} files={files} />
        </>
      )}
    </>
  );
}

/** Each ground with what the notice says and what was replied to it. */
export const Grounds = (o: GroundsOptions) => (
  <section aria-labelledby="grounds">
    <h2 class="govuk-heading-m" id="grounds">
      {o.view.t('breaches.one.grounds')}
    </h2>
    {o.content.breach.grounds.map((ground) => (
      <Ground {...o} ground={ground} />
    ))}
  </section>
);
