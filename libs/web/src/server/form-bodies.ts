import { PayloadTooLargeException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';
import { addFileBodies } from './file-bodies.ts';

const FORM = 'application/x-www-form-urlencoded';
/** No page asks for more. A page that takes files reads those itself, by a limit of its own. */
export const FORM_BYTES_MAX = 64 * 1024;
const FORM_FIELDS_MAX = 200;
const AMPERSAND = 0x26;

/** Counted before anything is made of them: parsing many fields costs far more than sending them. */
function hasTooManyFields(body: Buffer): boolean {
  let fields = 1;
  for (let at = body.indexOf(AMPERSAND); at >= 0; at = body.indexOf(AMPERSAND, at + 1)) {
    if (++fields > FORM_FIELDS_MAX) return true;
  }
  return false;
}

/** A form's fields as text, or as texts where a name was sent more than once. */
function readForm(body: Buffer): Record<string, string | string[]> {
  if (hasTooManyFields(body)) throw new PayloadTooLargeException();
  // Without a prototype, a field may have any name.
  const fields = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

/**
 * Forms are all that browsers send to our pages, and all that is read: any other type of body is
 * answered 415 before a byte of it is parsed.
 */
export class FormsAdapter extends FastifyAdapter {
  constructor(
    options: FastifyServerOptions,
    private readonly fileBytesMax?: number,
  ) {
    super(options);
  }

  override registerParserMiddleware(prefix?: string): void {
    super.registerParserMiddleware(prefix);
    const server = this.getInstance();
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      FORM,
      { parseAs: 'buffer', bodyLimit: FORM_BYTES_MAX },
      async (_: unknown, body: Buffer) => readForm(body),
    );
    if (this.fileBytesMax) addFileBodies(server, this.fileBytesMax);
  }
}
