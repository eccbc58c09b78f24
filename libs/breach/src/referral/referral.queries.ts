import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

/** A bond that was referred, and why. */
export interface Referred {
  readonly bondId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly consulateId: string;
  readonly applicantAccountId: string;
  readonly payerAccountId: string;
  readonly reasonCode: string | null;
}

/** Bonds that were referred, beside the files there are. */
@Injectable()
export class ReferralQueries {
  /** The longest waiting first, each locked until the commit; those taken by another are passed over. */
  withoutFile(tx: Tx, limit: number): Promise<Referred[]> {
    return tx.query<Referred>(
      `select b.id as "bondId", b.case_id as "caseId", b.reference,
         c.consulate_id as "consulateId", b.applicant_account_id as "applicantAccountId",
         b.payer_account_id as "payerAccountId",
         (select h.reason_code from bond_history h where h.owner_id = b.id
            and h.event = 'referred' order by h.seq desc limit 1) as "reasonCode"
       from bond b join visa_case c on c.id = b.case_id
       where b.state = 'referred'
         and not exists (select from breach_file f where f.bond_id = b.id)
       order by b.state_since, b.id limit $1 for update of b skip locked`,
      [limit],
    );
  }
}
