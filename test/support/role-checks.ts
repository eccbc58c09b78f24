import type { Permission } from '#identity';

/** Triggers that ask for a role, and the permission that pages ask for the same act. */
export const ROLE_CHECKS: Readonly<Record<string, Permission>> = {
  'bank_report.check_role': 'refund.approve',
  'border_client.check_role': 'border.manage',
  'border_key.check_role': 'border.manage',
  'border_proposal.check_role': 'border.manage',
  'bond_direction.check_role': 'bond.direct',
  'bond_direction.check_role_decides': 'bond.approve',
  'breach_ground.check_role': 'breach.adjudicate',
  'breach_question.check_role': 'breach.adjudicate',
  'case_freeze.check_role': 'visa.issue',
  'case_freeze.check_role_approves': 'bond.approve',
  'disbursement.check_role': 'refund.approve',
  'movement_import.check_role': 'movement.record',
  'payment_file.check_role': 'refund.approve',
  'rescue.check_role': 'refund.approve',
  'refund_run.check_role': 'refund.approve',
  'stay_fact.check_role': 'case.review',
  'suspense_holder.check_role': 'suspense.resolve',
  'suspense_proposal.check_role': 'suspense.resolve',
  'upload.check_role': 'case.review',
  'visa.check_role': 'visa.issue',
  'visa_case.check_role': 'case.review',
  'visa_revocation.check_role': 'visa.issue',
  'visa_revocation.check_role_decides': 'bond.approve',
};
