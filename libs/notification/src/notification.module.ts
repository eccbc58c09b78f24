import { Module } from '@nestjs/common';
import { MailSender } from './mail-sender.service.ts';
import { MailJobs } from './mail.jobs.ts';
import { MailStore } from './mail.store.ts';
import { Notifications } from './notification.service.ts';

/** For every process that asks for mail. */
@Module({ providers: [Notifications, MailStore], exports: [Notifications] })
export class NotificationModule {}

/** For the worker, which sends it: working the queue begins when the application has started. */
@Module({ providers: [MailSender, MailStore, MailJobs], exports: [MailSender] })
export class MailerModule {}
