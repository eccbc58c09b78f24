import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UuidPipe } from './uuid.pipe.ts';

/** What the address of a file says: which it is, until when it is good, and what proves that. */
export interface AskedFile {
  readonly id: string;
  readonly until: string;
  readonly proof: string;
}

interface Address {
  readonly Params: Readonly<Record<string, unknown>>;
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const ids = new UuidPipe();
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** `@FileLink('fileId') link: AskedFile`, by the name that the route gives the file's id. */
export const FileLink = createParamDecorator(
  (name: string, context: ExecutionContext): AskedFile => {
    const { params, query } = context.switchToHttp().getRequest<FastifyRequest<Address>>();
    return {
      id: ids.transform(params[name]),
      until: textOf(query['until']),
      proof: textOf(query['proof']),
    };
  },
);
