import { ContactPoint } from './contact-point.entity.ts';
import { Mail } from './mail.entity.ts';

export { calendarFile } from './calendar-file.ts';
export type { MailFacts } from './domain/mail-facts.ts';
export { languages, mailTemplates } from './domain/mails.ts';
export type { Language, MailParams, MailTemplate } from './domain/mails.ts';
export { renderMail } from './domain/render.ts';
export { MailSender } from './mail-sender.service.ts';
export { MailerModule, NotificationModule } from './notification.module.ts';
export { Notifications, type MailOrder } from './notification.service.ts';
export { mailUnfinished } from './unfinished.queries.ts';
export { ContactPoint, Mail };
