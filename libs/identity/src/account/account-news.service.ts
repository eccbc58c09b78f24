import { AuditLog } from '#audit';
import { Notifications, type MailOrder } from '#notification';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';

type NewsTemplate = 'password_changed' | 'email_changed';
type News = {
  [T in NewsTemplate]: MailOrder<T>;
}[NewsTemplate];

/** What was changed about an account: for the trail, and for its owner. */
@Injectable()
export class AccountNews {
  constructor(
    private readonly audit: AuditLog,
    private readonly notifications: Notifications,
  ) {}

  async tell(tx: Tx, accountId: string | null, action: string, mail?: News): Promise<void> {
    await this.audit.write(tx, { action, subjectKind: 'account', subjectId: accountId });
    if (mail) await this.notifications.send(tx, mail);
  }
}
