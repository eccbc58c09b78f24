import { Bonds, type BondToLookAt } from '#bond-escrow';
import { Database, systemCtx } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { WhatLeft } from './what-left.service.ts';

const CTX = systemCtx('daily-look');
/** Bonds of one run, each at least two calls; a sweep a minute looks at 86,400 a day. */
const LOOKS_MAX = 60;

/**
 * The second line behind the processor's news, which may be lost: once a day it is asked what took
 * money of each bond that is there, and what is new goes the way of all news (R35).
 */
@Injectable()
export class DailyLook {
  private readonly log = new Logger(DailyLook.name);

  constructor(
    private readonly database: Database,
    private readonly bonds: Bonds,
    private readonly whatLeft: WhatLeft,
  ) {}

  /** The longest ago first. Returns how many were looked at; ends at the first that is not answered. */
  async run(): Promise<number> {
    const due = await this.database.write(CTX, (tx) => this.bonds.takeToLookAt(tx, LOOKS_MAX));
    for (const [done, bond] of due.entries()) {
      const why = await this.lookAt(bond);
      if (!why) continue;
      this.log.warn(`what is left at the processor could not be asked: ${why}`);
      await this.database.write(CTX, (tx) => this.bonds.giveBackLooks(tx, due.slice(done)));
      return done;
    }
    return due.length;
  }

  /** Why there was no answer; null when there was. */
  private async lookAt({ processorPaymentIds }: BondToLookAt): Promise<string | null> {
    for (const id of processorPaymentIds) {
      const why = await this.whatLeft.learn(id);
      if (why) return why;
    }
    return null;
  }
}
