// What a thief with every right could write, column by column, and the check that names it.
import { bonds } from './bonds.ts';
import { breaches } from './breaches.ts';
import { disputes } from './disputes.ts';
import { evidence } from './evidence.ts';
import { ledger } from './ledger.ts';
import { payers } from './payers.ts';
import { refunds } from './refunds.ts';
import { reversals } from './reversals.ts';
import { rescues } from './rescues.ts';
import { stays } from './stays.ts';
import { suspense } from './suspense.ts';
import type { Tamperings } from './tampering.ts';

const PARTS: readonly Tamperings[] = [
  ...[bonds, refunds, reversals, disputes, ledger, evidence, rescues, suspense, breaches, stays],
  payers,
];

/** By column; of one that several parts speak of, what each says. */
export const TAMPERINGS: Tamperings = PARTS.flatMap((part) => Object.entries(part)).reduce<
  Record<string, Tamperings[string]>
>((all, [column, list]) => ({ ...all, [column]: [...(all[column] ?? []), ...list] }), {});

/** Columns that say neither whose, nor where, nor how much; or what only the processor can tell. */
export const NOT_OF_MONEY: Readonly<Record<string, readonly string[]>> = {
  bond_direction: [
    ...['id', 'reason_code', 'needs_second_person', 'state', 'proposed_by', 'proposed_at'],
    ...['decided_by', 'decided_at', 'decline_reason'],
    // Which direction a correction replaces, and why: the bond names the one that holds.
    ...['supersedes', 'correction_reason'],
  ],
  bond: [
    'id',
    'reason_code',
    'state_since',
    'version',
    'directed_at',
    'post_by',
    'held_at',
    'looked_at',
  ],
  payment: [
    ...['id', 'state_since', 'version', 'return_url', 'cancel_url', 'language', 'created_at'],
    // Names at the processor by which nothing is ever sent back.
    ...['session_expires_at', 'session_id', 'session_url', 'charge_id', 'method'],
    // Why a card was declined, for its payer to read.
    ...['refundable_until', 'card_expires_on', 'decline_code'],
    // How a transfer is sent and how far it has come, for its payer to read.
    ...['transfer_url', 'arrived_minor', 'looked_at'],
  ],
  payer_invitation: [
    ...['id', 'state_since', 'version', 'asked_at', 'expires_at', 'link_hash', 'email_token'],
    // Where a link is sent and who is told: no money goes by them.
    ...['email_sealed', 'contact_point_id', 'applicant_contact_point_id', 'person_id'],
    ...['traveller_name_sealed', 'payer_name_sealed'],
  ],
  payer_cash: [],
  refund: [
    ...['id', 'created_at', 'zone', 'promised_by'],
    // By these refunds are counted against their ceilings; nothing is sent by them.
    ...['programme_code', 'border_client_id', 'waits_because'],
  ],
  disbursement: [
    ...[
      'id',
      'attempt',
      'state_since',
      'version',
      'trace_number',
      'failure_reason',
      'pending_reason',
    ],
    ...['sending_since', 'swept_at', 'approved_by', 'leaves_at'],
  ],
  reversal: ['id', 'state_since', 'version', 'happened_at'],
  dispute: [
    ...['id', 'state_since', 'version', 'opened_at'],
    // What its bank said of it, and until when; the next look at the processor says it again.
    ...['reason', 'network_reason', 'due_by'],
  ],
  dispute_answer: [
    ...['id', 'kind', 'state_since', 'version', 'prepared_at', 'sending_since'],
    // CHECKs hold them against kind, state and the other person; the pack opens in its own place only.
    'prepared_by',
    ...['pack_sealed', 'pack_sha256', 'processor_file_id', 'refusal_code'],
  ],
  // Whose account it is; the account itself opens in its own place only.
  rescue: [
    ...['id', 'state_since', 'version', 'asked_by', 'asked_at', 'asked_because'],
    ...['remind_on', 'zone'],
  ],
  rescue_account: ['id', 'kind', 'sealed', 'last_four', 'given_at'],
  payment_file: ['id', 'made_by', 'made_at', 'sealed'],
  bank_report_entry: [...['report_id', 'nr', 'end_to_end_id', 'bank_reference', 'reason_code']],
  suspense_proposal: [
    ...['id', 'state_since', 'version', 'proposed_at'],
    // Of what stays where it is; a CHECK keeps them from a kind that moves.
    ...['keep_reason', 'keep_until', 'decline_reason'],
  ],
  breach_file: [
    // Where it is worked, and what the payer was told and when.
    ...['id', 'consulate_id', 'opened_at', 'noticed_at', 'reply_by', 'by_post', 'appeal_by'],
  ],
  breach_ground: ['id', 'code', 'facts_sealed'],
  breach_ground_upload: [],
  breach_ruling: [
    ...['id', 'by_post', 'reasons_sealed', 'state_since', 'version', 'proposed_at'],
    'decline_reason',
  ],
  breach_finding: ['ground_id', 'reasons_sealed'],
  stay_fact: [
    ...['id', 'reported_day', 'reason_code', 'recorded_by', 'state_since', 'version', 'sent_at'],
    // A CHECK holds them against the state.
    ...['proposal', 'refusal_reason'],
  ],
  stay_fact_upload: [],
  evidence: [
    ...['id', 'kind', 'port_code', 'state_since', 'version', 'sent_at'],
    // A CHECK holds them against the state.
    ...['proposal', 'checks', 'refusal_reason'],
  ],
  evidence_upload: [],
  // A part opens in its own place only: its key and its place are what it is sealed with.
  upload: ['id', 'type', 'pages', 'scan', 'uploaded_at', 'recorded_by'],
  upload_part: ['sealed'],
  account: ['last_seq'],
  // A CHECK keeps a rule from forfeiting, and two people apart.
  decision: ['id', 'forfeit', 'requested_by', 'approved_by', 'decided_at'],
  received_payment: ['happened_at', 'learned_at'],
  transfer: ['line', 'asked', 'happened_at', 'learned_at', 'booked_by'],
};
