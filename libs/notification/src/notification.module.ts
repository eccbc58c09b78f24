import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPoint } from './contact-point.entity.ts';
import { Mail } from './mail.entity.ts';
import { MailSender } from './mail-sender.service.ts';
import { MailJobs } from './mail.jobs.ts';
import { MailStore } from './mail.store.ts';
import { Paper } from './papers/paper.entity.ts';
import { PaperStore } from './papers/paper.store.ts';
import { Papers } from './papers/papers.service.ts';
import { Notifications } from './notification.service.ts';

const ENTITIES = TypeOrmModule.forFeature([ContactPoint, Mail, Paper]);

/** For every process that asks for mail or hands out papers. */
@Module({
  imports: [ENTITIES],
  providers: [MailStore, Notifications, Papers, PaperStore],
  exports: [Notifications, Papers],
})
export class NotificationModule {}

/** For the worker, which sends it: working the queue begins when the application has started. */
@Module({
  imports: [ENTITIES],
  providers: [MailSender, MailStore, MailJobs],
  exports: [MailSender],
})
export class MailerModule {}
