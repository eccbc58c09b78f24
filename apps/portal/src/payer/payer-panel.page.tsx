import { isToPost, type AskedPayer, type BondView } from '#bond-escrow';
import { formatMoment, type Zone } from '#kernel';
import { Form, Submit } from '#web';
import type { PortalView } from '../text/index.ts';

/** Who pays, as the applicant is shown it. */
export interface WhoPays {
  /** Who was asked and has not said no; null where the applicant pays. */
  readonly asked: AskedPayer | null;
  /** The name under which they agreed; null until they do. */
  readonly name: string | null;
}

interface Props {
  readonly view: PortalView;
  readonly reference: string;
  readonly bond: BondView;
  readonly zone: Zone;
  readonly who: WhoPays;
}

const TakeBack = ({
  view,
  reference,
  text,
}: Pick<Props, 'view' | 'reference'> & { text: string }) => (
  <Form view={view} action={`/cases/${reference}/bond/payer/take-back`}>
    <Submit text={text} classes="govuk-button--secondary" />
  </Form>
);

function Waiting({ view, reference, zone, asked }: Props & { asked: AskedPayer }) {
  const { t, lang } = view;
  const { invitation, email } = asked;
  const [when, until] = [invitation.askedAt, invitation.expiresAt].map((at) =>
    formatMoment(at, zone, lang),
  );
  return (
    <>
      <p class="govuk-body">
        {t('payer.panel.sent', { email, when: when!, until: until! })} {t('payer.panel.sentMore')}
      </p>
      <TakeBack {...{ view, reference }} text={t('payer.panel.takeBack')} />
    </>
  );
}

function Agreed({ view, reference, bond, zone, who, asked }: Props & { asked: AskedPayer }) {
  const { t, lang } = view;
  const signed = bond.signedAt && formatMoment(bond.signedAt, zone, lang);
  return (
    <>
      <p class="govuk-body">
        {t('payer.panel.accepted', { name: who.name ?? '', email: asked.email })}{' '}
        {signed ? t('payer.panel.signed', { when: signed }) : t('payer.panel.notSigned')}{' '}
        {t('payer.panel.refundedToThem')}
      </p>
      {bond.bond.state === 'required' && (
        <TakeBack {...{ view, reference }} text={t('payer.panel.payYourself')} />
      )}
    </>
  );
}

/** Who pays, and the way to change it while nothing was paid. */
export function PayerPanel(o: Props) {
  const { view, who, bond } = o;
  const { t } = view;
  const { asked } = who;
  if (!asked && !isToPost(bond.bond.state)) return null;
  return (
    <section aria-labelledby="payer">
      <h2 class="govuk-heading-m" id="payer">
        {t('payer.panel.title')}
      </h2>
      {!asked && (
        <p class="govuk-body">
          {t('payer.panel.self')}{' '}
          <a class="govuk-link" href={`/cases/${o.reference}/bond/payer`}>
            {t('payer.panel.link')}
          </a>
        </p>
      )}
      {asked?.invitation.state === 'sent' && <Waiting {...{ ...o, asked }} />}
      {asked?.invitation.state === 'accepted' && <Agreed {...{ ...o, asked }} />}
    </section>
  );
}
