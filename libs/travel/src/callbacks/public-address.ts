import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

// Addresses that are no border system's on the internet (RFC 6890): this machine, its networks, what a
// cloud tells its own machines, and what is nobody's.
const OURS = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const) {
  OURS.addSubnet(network, bits, 'ipv4');
}
/** What is public in IPv6, without what stands for an address of IPv4 or of a tunnel. */
const PUBLIC = new BlockList();
PUBLIC.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
] as const) {
  OURS.addSubnet(network, bits, 'ipv6');
}

/** Whether a call may go to this address on the internet. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? PUBLIC.check(address, 'ipv6') && !OURS.check(address, 'ipv6')
    : isIP(address) === 4 && !OURS.check(address, 'ipv4');

export class PrivateAddress extends Error {}

/**
 * Finds a host's addresses for the connection itself, so that what was looked at is what is called. One
 * private address among several is enough to refuse them all.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const first = found?.[0];
    if (error || !first) return done(error ?? new Error('no address'), '');
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return done(new PrivateAddress(hostname), '');
    }
    if (options.all) return done(null, found);
    done(null, first.address, first.family);
  });
};
