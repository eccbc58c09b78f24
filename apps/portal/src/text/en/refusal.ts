import type { RefusalReason } from '#application';

/** Why a visa was refused, and what can be done about it. */
export const refusal = {
  title: 'The decision',
  why: 'Reason',
  when: 'Decided on',
  remedy: 'What you can do',
  reason: {
    purpose_not_shown: 'You did not show what your journey is for.',
    means_not_shown: 'You did not show that you can pay for your stay.',
    return_not_shown: 'You did not show that you intend to leave at the end of your stay.',
    documents_missing: 'Documents that the officer needed were missing.',
    documents_not_genuine: 'Documents in your application are not genuine.',
    earlier_overstay: 'You stayed longer than allowed on an earlier visit.',
    security: 'The visa was refused on security grounds.',
  } satisfies Record<RefusalReason, string>,
  help: {
    purpose_not_shown:
      'Apply again with papers that show it: an invitation, a booking, or a letter from the company that you are visiting.',
    means_not_shown:
      'Apply again with papers that show it: bank statements of the last three months, or a letter from whoever pays for you.',
    return_not_shown:
      'Apply again with papers that show it: a return ticket, and proof of your work, studies or family at home.',
    documents_missing:
      'Ask the consulate which documents were missing, and apply again when you have all of them.',
    documents_not_genuine:
      'If you think that this is a mistake, write to the consulate and enclose the originals.',
    earlier_overstay:
      'If you left on time, apply again with proof: a boarding pass or the stamp in your passport.',
    security: 'The consulate cannot say more about it. You can write to the consulate.',
  } satisfies Record<RefusalReason, string>,
  again: 'Apply again',
  againBody:
    'You can apply again at any time. A new application is a new case: you fill in the form again, and a refusal does not count against you by itself.',
  againButton: 'Start a new case',
  againLater: 'The programme takes no new applications now. You can apply again when it is open.',
  bondBack:
    'The bond that you posted goes back to whoever paid it, in full. Below you see where it is.',
} as const;
