// What is sealed of a traveller, in the places and with the keys of the portal.
import { fullName, type DocumentDetails, type PersonDetails } from '#identity';
import { Temporal, type PlainDate } from '#kernel';
import type { NewKey } from '#platform';
import { createHash } from 'node:crypto';
import { frozenOf } from '../../../apps/portal/src/apply/form.ts';
import { texts } from '../../../apps/portal/src/text/index.ts';
import { undertakingText } from '../../../libs/bond-escrow/src/domain/undertaking-text.ts';
import { comparableDocument, comparablePerson } from '../../../libs/identity/src/domain/person.ts';
import { answersFor } from '../answers.ts';
import type { Ids } from './ids.ts';
import type { SeedProgramme } from './programme.ts';

const EXPIRES_ON = '2035-01-31';
const ASKED = 'Please send your bank statements of the last 3 months: one of them cannot be read.';
const ANSWERED = 'I asked my bank for new copies. My savings account has been open since 2019.';
const text = texts.textFor('en');

/** Columns of seed_case. */
export interface Sealed {
  readonly email_token: Buffer;
  readonly details_token: Buffer;
  readonly number_token: Buffer;
  readonly account_key: Buffer;
  readonly person_key: Buffer;
  readonly email_sealed: Buffer;
  readonly address_sealed: Buffer;
  readonly details_sealed: Buffer;
  readonly document_sealed: Buffer;
  readonly answers_sealed: Buffer;
  readonly text_sealed: Buffer | null;
  readonly text_sha256: Buffer | null;
  readonly signer_sealed: Buffer | null;
  readonly network_sealed: Buffer | null;
  readonly request_sealed: Buffer | null;
  readonly reply_sealed: Buffer | null;
}

interface Told {
  readonly details: PersonDetails;
  readonly number: string;
  readonly reference: string;
  readonly email: string;
  readonly openedAt: Date;
  /** Null when there is nothing to sign. */
  readonly postBy: PlainDate | null;
  readonly isSubmitted: boolean;
  readonly isAsked: boolean;
  readonly isAnswered: boolean;
}

export class Sealer {
  constructor(private readonly programme: SeedProgramme) {}

  seal(ids: Ids, told: Told): Sealed {
    const { vault } = this.programme;
    const account = vault.newKey(ids.account);
    return {
      email_token: vault.token('email', told.email),
      details_token: vault.token('person', comparablePerson(told.details)),
      number_token: vault.token('document', comparableDocument('USA', told.number)),
      account_key: account.wrapped,
      email_sealed: sealAt(account, 'account.email_sealed', ids.account, told.email),
      address_sealed: sealAt(account, 'contact_point.address_sealed', ids.point, told.email),
      ...this.person(ids, told),
      ...this.undertaking(ids, told, account),
      ...this.information(ids, told, account),
    };
  }

  /** A draft has a key of its own: whose it is, is known only when it is submitted. */
  private person(ids: Ids, told: Told) {
    const key = this.programme.vault.newKey(told.isSubmitted ? ids.person : ids.visa_case);
    const document: DocumentDetails = {
      issuingState: 'USA',
      number: told.number,
      expiresOn: EXPIRES_ON,
    };
    const seal = (column: string, row: string, value: unknown) =>
      sealAt(key, column, row, JSON.stringify(value));
    return {
      person_key: key.wrapped,
      details_sealed: seal('person.details_sealed', ids.person, told.details),
      document_sealed: seal('travel_document.sealed', ids.document, document),
      answers_sealed: told.isSubmitted
        ? seal('case_submission.answers_sealed', ids.visa_case, this.frozen(told))
        : seal('visa_case.answers_sealed', ids.visa_case, {}),
    };
  }

  private frozen({ details, number, openedAt }: Told) {
    const now = Temporal.Instant.fromEpochMilliseconds(openedAt.getTime());
    const answers = answersFor({ ...details, number }, now);
    const today = now.toZonedDateTimeISO('UTC').toPlainDate();
    return frozenOf({ ...this.programme.facts, today, lang: 'en', answers }, text);
  }

  private information({ request }: Ids, { isAsked, isAnswered }: Told, key: NewKey) {
    const seal = (column: string, words: string) =>
      sealAt(key, `information_request.${column}`, request, words);
    return {
      request_sealed: isAsked ? seal('text_sealed', ASKED) : null,
      reply_sealed: isAnswered ? seal('answer_sealed', ANSWERED) : null,
    };
  }

  private undertaking(ids: Ids, { details, reference, postBy }: Told, key: NewKey) {
    if (!postBy) {
      return { text_sealed: null, text_sha256: null, signer_sealed: null, network_sealed: null };
    }
    const { rules, amount, legalReference } = this.programme;
    const payerName = fullName(details);
    const terms = { ...rules, reference, payerName, amount, postBy, legalReference };
    const signed = undertakingText(terms, 'en');
    return {
      text_sealed: sealAt(key, 'undertaking.text_sealed', ids.undertaking, signed),
      text_sha256: createHash('sha256').update(signed).digest(),
      signer_sealed: sealAt(key, 'undertaking.signer_name_sealed', ids.undertaking, payerName),
      network_sealed: sealAt(key, 'undertaking.address_sealed', ids.undertaking, '192.0.2.1'),
    };
  }
}

function sealAt(key: NewKey, place: string, row: string, plain: string): Buffer {
  const [table, column] = place.split('.') as [string, string];
  return key.seal({ table, column, row }, plain);
}
