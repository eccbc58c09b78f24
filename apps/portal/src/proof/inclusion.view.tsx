import { proofFileOf, type InclusionProof } from '#audit';
import { formatDay, isoDay } from '#kernel';

import { StreamableFile } from '@nestjs/common';
import type { VNode } from 'preact';
import type { PortalView } from '../text/index.ts';

const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };

interface Options {
  readonly view: PortalView;
  /** Null until the day of the payment is closed. */
  readonly proof: InclusionProof | null;
  /** What downloads the proof. */
  readonly file: VNode;
}

/** Where a payment stands in the records that nobody can change any more. */
export function Inclusion(o: Options) {
  const { t } = o.view;
  return (
    <section class="govuk-!-margin-top-6">
      <h2 class="govuk-heading-m">{t('proof.inclusion.title')}</h2>
      {o.proof ? (
        <Found {...o} proof={o.proof} />
      ) : (
        <p class="govuk-body">{t('proof.inclusion.notYet')}</p>
      )}
    </section>
  );
}

function Found({ view, proof, file }: Options & { proof: InclusionProof }) {
  const { t, lang } = view;
  const { day, leaves, seal } = proof.seal;
  const [place, of] = [proof.place + 1, leaves].map((n) => numbers[lang].format(n));
  return (
    <>
      <p class="govuk-body">
        {t('proof.inclusion.body', { place: place!, of: of!, when: formatDay(day, lang) })}
      </p>
      <p class="govuk-body">
        {t('proof.inclusion.seal')}{' '}
        <a class="govuk-link" href={`/proof/days/${isoDay(day)}`}>
          <code class="vb-code">{seal}</code>
        </a>
      </p>
      {file}
      <p class="govuk-body">
        <a class="govuk-link" href="/proof">
          {t('proof.inclusion.how')}
        </a>
      </p>
    </>
  );
}

export const proofFile = (proof: InclusionProof): StreamableFile =>
  new StreamableFile(Buffer.from(proofFileOf(proof)), {
    type: 'application/json',
    disposition: `attachment; filename="proof-${isoDay(proof.seal.day)}-${proof.place + 1}.json"`,
  });
