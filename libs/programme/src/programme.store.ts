import type { PlainDate } from '#kernel';
import { moveState, stateTable, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, Not } from 'typeorm';
import {
  programmeLifecycle,
  type ProgrammeEvent,
  type SwitchReason,
} from './domain/programme.lifecycle.ts';
import { Consulate, Port, Programme, ProgrammeVersion } from './programme.entity.ts';

const table = stateTable('programme', programmeLifecycle);

/** SQL: the consulate with this id, a text; all of them where it is null or no consulate's. */
export const oneConsulateOrAll = (id: string): string =>
  `select id from consulate
   where id::text = ${id} or not exists (select from consulate where id::text = ${id})`;

@Injectable()
export class ProgrammeStore {
  all(tx: Tx): Promise<Programme[]> {
    return tx.manager.getRepository(Programme).find({ order: { code: 'ASC' } });
  }

  find(tx: Tx, code: string): Promise<Programme | null> {
    return tx.manager.getRepository(Programme).findOneBy({ code });
  }

  lock(tx: Tx, code: string): Promise<Programme | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.manager.getRepository(Programme).findOne({ where: { code }, lock });
  }

  async switch(tx: Tx, row: Programme, event: ProgrammeEvent, reason: SwitchReason): Promise<void> {
    await moveState(tx, table, row.id, row.state, event, { reasonCode: reason });
    await tx.manager.getRepository(Programme).update({ code: row.code }, { stateReason: reason });
  }

  version(tx: Tx, programmeCode: string, version: number): Promise<ProgrammeVersion | null> {
    return tx.manager.getRepository(ProgrammeVersion).findOneBy({ programmeCode, version });
  }

  /** The latest approved version whose day has come. */
  versionOn(tx: Tx, programmeCode: string, day: PlainDate): Promise<ProgrammeVersion | null> {
    return tx.manager.getRepository(ProgrammeVersion).findOne({
      where: { programmeCode, state: Not('draft'), effectiveFrom: LessThanOrEqual(day) },
      order: { effectiveFrom: 'DESC' },
    });
  }

  consulates(tx: Tx, programmeCode: string): Promise<Consulate[]> {
    return tx.manager
      .getRepository(Consulate)
      .find({ where: { programmeCode }, order: { country: 'ASC', city: 'ASC' } });
  }

  /** Every list and every mail asks: prepared, and not by TypeORM, which puts the statement together each time. */
  allConsulates(tx: Tx): Promise<Consulate[]> {
    return tx.query<Consulate>(
      `select id, programme_code as "programmeCode", city, country, time_zone as "timeZone", contact
       from consulate order by programme_code, country, city`,
      [],
    );
  }

  ports(tx: Tx, programmeCode: string): Promise<Port[]> {
    return tx.manager
      .getRepository(Port)
      .find({ where: { programmeCode }, order: { code: 'ASC', listedFrom: 'ASC' } });
  }
}
