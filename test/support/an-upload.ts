// A file that is kept, without being looked at before: for tests of what becomes of it.
import { CaseQueries } from '#application';
import { type CheckedFile, Uploads } from '#documents';
import { mustBeOk } from '#kernel';
import { Database } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import type { TestBond } from './world/bonds.ts';

/** Sent by the applicant, for the case. */
export function anUpload(
  portal: TestingModule,
  { caseId, applicant }: Pick<TestBond, 'caseId' | 'applicant'>,
  bytes = Buffer.from('a picture of a stamp'),
): Promise<{ id: string }> {
  const file: CheckedFile = { type: 'image/png', pages: null, scan: 'not_scanned', bytes };
  return portal.get(Database).write(applicant.ctx, async (tx) => {
    const { personId, applicantAccountId: accountId } = (await portal
      .get(CaseQueries)
      .byId(tx, caseId))!;
    const owner = { caseId, personId: personId!, accountId };
    return mustBeOk(await portal.get(Uploads).keep(tx, owner, file));
  });
}
