import { isOnOrBefore, type PlainDate } from '#kernel';

/** A place of entry and exit whose records count by themselves, between two days. */
export interface ListedPort {
  /** IATA code, capitals. */
  readonly code: string;
  readonly name: string;
  /** Days of travel are days in this zone. */
  readonly timeZone: string;
  readonly listedFrom: PlainDate;
  /** Last listed day; null while it is listed. */
  readonly listedUntil: PlainDate | null;
}

/** The listing of a port that covers a day, if there is one (R14). */
export const portOn = <P extends ListedPort>(
  ports: readonly P[],
  code: string,
  day: PlainDate,
): P | undefined =>
  ports.find(
    (p) =>
      p.code === code &&
      isOnOrBefore(p.listedFrom, day) &&
      (p.listedUntil === null || isOnOrBefore(day, p.listedUntil)),
  );

/** What is listed on a day. */
export const portsOn = <P extends ListedPort>(ports: readonly P[], day: PlainDate): P[] =>
  ports.filter((p) => portOn([p], p.code, day));

/** Each port that is listed on that day or will be: what a journey still ahead may be planned for. */
export const portsFrom = <P extends ListedPort>(ports: readonly P[], day: PlainDate): P[] => [
  ...new Map(
    ports
      .filter((p) => p.listedUntil === null || isOnOrBefore(day, p.listedUntil))
      .map((p) => [p.code, p]),
  ).values(),
];

/** Another port is no forfeit: it means that there is no automatic record (R14). */
export const isListedPort = (ports: readonly ListedPort[], code: string, day: PlainDate): boolean =>
  portOn(ports, code, day) !== undefined;
