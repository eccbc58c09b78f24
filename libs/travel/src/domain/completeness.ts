import { isOnOrBefore, Temporal, type PlainDate, type Zone } from '#kernel';

/** A listing of a port, and through which day its records are complete. */
export interface PortRecords {
  readonly code: string;
  readonly name: string;
  readonly zone: Zone;
  readonly listedFrom: PlainDate;
  /** Last listed day; null while it is listed. */
  readonly listedUntil: PlainDate | null;
  /** Null: nobody who reports for it has said so of any day. */
  readonly completeThrough: PlainDate | null;
}

/** Listed on one of these days at least. */
const isListedBetween = (port: PortRecords, from: PlainDate, through: PlainDate) =>
  isOnOrBefore(port.listedFrom, through) &&
  (port.listedUntil === null || isOnOrBefore(from, port.listedUntil));

/** Through which day its records say nothing by themselves: after its listing they need not. */
const neededThrough = ({ listedUntil }: PortRecords, through: PlainDate): PlainDate =>
  listedUntil !== null && isOnOrBefore(listedUntil, through) ? listedUntil : through;

/** The ports whose records are missing between two days, inclusive. */
export const incompletePorts = <P extends PortRecords>(
  ports: readonly P[],
  from: PlainDate,
  through: PlainDate,
): P[] =>
  ports.filter(
    (port) =>
      isListedBetween(port, from, through) &&
      (port.completeThrough === null ||
        !isOnOrBefore(neededThrough(port, through), port.completeThrough)),
  );

/**
 * Whether the absence of a record between two days, inclusive, means something (R15b, R16): every port
 * listed in between has all its records in. Where no port is listed there is nothing to be silent.
 */
export const areComplete = (
  ports: readonly PortRecords[],
  from: PlainDate,
  through: PlainDate,
): boolean =>
  ports.some((port) => isListedBetween(port, from, through)) &&
  incompletePorts(ports, from, through).length === 0;

/**
 * The last day up to which every port that is still listed has its records in; null where one has none
 * at all. Nothing later can be complete: a sweep need not look at it.
 */
export function completeEverywhere(ports: readonly PortRecords[]): PlainDate | null {
  const marks = ports.filter((p) => p.listedUntil === null).map((p) => p.completeThrough);
  if (marks.length === 0 || marks.includes(null)) return null;
  return (marks as PlainDate[]).reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b));
}
