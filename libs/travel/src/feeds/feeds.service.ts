import { Temporal, type Instant, type PlainDate } from '#kernel';
import { dayOf, momentOf, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { PortRecords } from '../domain/completeness.ts';

/** What one border system in good standing has stated last of one of its ports. */
export interface FeedOfClient {
  readonly clientName: string;
  readonly portCode: string;
  /** Null: it has never said so. */
  readonly completeThrough: PlainDate | null;
  /** When that was stated; legal clock. */
  readonly statedAt: Instant | null;
  /** It takes back a later day. */
  readonly isCorrection: boolean;
}

export interface PortFeed extends PortRecords {
  /** Who reports for it. */
  readonly clients: readonly FeedOfClient[];
}

/** Through which day each port's records are complete (R16). */
@Injectable()
export class Feeds {
  constructor(private readonly programmes: Programmes) {}

  /**
   * Every listing of the programme's ports. A port is complete through the earliest day of those who
   * report for it; one for which nobody does is never.
   */
  async ofProgramme(tx: Tx, programmeCode: string): Promise<PortFeed[]> {
    const [ports, feeds] = await Promise.all([
      this.programmes.ports(tx, programmeCode),
      this.ofClients(tx, programmeCode),
    ]);
    return ports.map((port) => {
      const clients = feeds.filter((feed) => feed.portCode === port.code);
      return {
        ...{ code: port.code, name: port.name, zone: port.timeZone },
        ...{ listedFrom: port.listedFrom, listedUntil: port.listedUntil },
        ...{ clients, completeThrough: earliest(clients.map((c) => c.completeThrough)) },
      };
    });
  }

  private async ofClients(tx: Tx, programmeCode: string): Promise<FeedOfClient[]> {
    const rows = await tx.query<{
      client: string;
      port: string;
      through: string | null;
      at: Date | null;
      kind: string | null;
    }>(
      `select c.name as client, p.code as port, m.complete_through::text as through,
         m.received_at as at, m.kind
       from border_client c, unnest(c.ports) p (code)
       left join lateral (select complete_through, received_at, kind from feed_mark
         where client_id = c.id and port_code = p.code and proof = 'proved'
         order by seq desc limit 1) m on true
       where c.programme_code = $1 and c.state = 'active'
       order by p.code, c.name`,
      [programmeCode],
    );
    return rows.map((r) => ({
      ...{ clientName: r.client, portCode: r.port, isCorrection: r.kind === 'correction' },
      completeThrough: r.through === null ? null : dayOf(r.through),
      statedAt: r.at && momentOf(r.at),
    }));
  }
}

function earliest(days: readonly (PlainDate | null)[]): PlainDate | null {
  const known = days.filter((day) => day !== null);
  if (known.length === 0 || known.length < days.length) return null;
  return known.reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b));
}
