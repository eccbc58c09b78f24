import type { RefusalReason } from '#application';

/** Why a visa was refused, and what can be done about it. */
export const refusal = {
  title: 'The decision',
  why: 'Reason',
  when: 'Decided on',
  remedy: 'What you can do',
  reason: {
    purpose_not_shown: 'You did not show the purpose of your visit.',
    means_not_shown: 'You did not show that you can pay for your stay.',
    return_not_shown: 'You did not show that you intend to leave at the end of your stay.',
    documents_missing: 'Documents that the officer needed were missing.',
    documents_not_genuine: 'Documents in your application are not genuine.',
    earlier_overstay: 'You stayed longer than allowed on an earlier visit.',
    security: 'The visa was refused on security grounds.',
  } satisfies Record<RefusalReason, string>,
  help: {
    purpose_not_shown:
      'Apply again with documents that show it, such as an invitation, a booking or a letter from the company you are visiting.',
    means_not_shown:
      'Apply again with documents that show it, such as bank statements for the last 3 months or a letter from the person paying for you.',
    return_not_shown:
      'Apply again with documents that show it, such as a return ticket and proof of your work, studies or family at home.',
    documents_missing:
      'Ask the consulate which documents were missing. Apply again when you have all of them.',
    documents_not_genuine:
      'If you think this is a mistake, write to the consulate and enclose the originals.',
    earlier_overstay:
      'If you left on time, apply again with proof, such as a boarding pass or the stamp in your passport.',
    security: 'The consulate cannot give more details. You can write to the consulate.',
  } satisfies Record<RefusalReason, string>,
  again: 'Apply again',
  againBody:
    'You can apply again at any time. A new application is a new case and a new form. A refusal alone does not count against you.',
  againButton: 'Start a new case',
  againLater:
    'The programme is not taking applications at the moment. You can apply again when it reopens.',
  bondBack:
    'The bond will be refunded in full to the person who paid it. You can follow the refund below.',
} as const;
