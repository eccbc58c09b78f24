import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { Config } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { CallbackFault } from './border-callback.entity.ts';
import { isPublicAddress, PrivateAddress, publicLookup } from './public-address.ts';

const TIMEOUT_MS = 10_000;
const HEADER_BYTES_MAX = 8_192;

export type CallAnswer =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly fault: CallbackFault; readonly status: number | null };

/** Calls the address of a border system: once, briefly, and nowhere that it is led on to. */
@Injectable()
export class CallbackCaller {
  constructor(@Inject(Config) private readonly config: Pick<Config, 'mode'>) {}

  async post(address: string, body: string, token: string): Promise<CallAnswer> {
    try {
      return answerOf(await this.send(new URL(address), body, token));
    } catch (e) {
      return { ok: false, fault: faultOf(e), status: null };
    }
  }

  private send(url: URL, body: string, token: string): Promise<number> {
    const isGuarded = this.config.mode === 'production';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A name is looked at when it is resolved; an address that is written out is never resolved.
    if (isGuarded && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(host);
    const request = url.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((done, fail) => {
      const call = request(url, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...{ 'content-length': Buffer.byteLength(body), 'user-agent': 'visa-bond-portal' },
        },
        agent: false,
        maxHeaderSize: HEADER_BYTES_MAX,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(isGuarded && { lookup: publicLookup }),
      });
      call.once('response', (answer: IncomingMessage) => {
        answer.destroy(); // nothing in its body is for us
        done(answer.statusCode ?? 0);
      });
      call.once('error', fail);
      call.end(body);
    });
  }
}

function answerOf(status: number): CallAnswer {
  if (status >= 200 && status < 300) return { ok: true, status };
  return { ok: false, fault: status >= 300 && status < 400 ? 'redirected' : 'refused', status };
}

function faultOf(e: unknown): CallbackFault {
  if (e instanceof PrivateAddress) return 'private_address';
  return e instanceof Error && e.name === 'AbortError' ? 'too_slow' : 'unreachable';
}
