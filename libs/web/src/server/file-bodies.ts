import fastifyMultipart from '@fastify/multipart';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Limited, type Limit } from './limited.guard.ts';
import { limitRequestTime } from './request-time.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The only routes that read multipart bodies. */
    takesFile?: boolean;
  }
}

/** One file as it comes in, or null when there is none. Whoever reads it limits it. */
export type SentFile = AsyncIterable<Uint8Array> | null;

/**
 * The whole of a file that fits into memory. Of a larger one a byte more than the limit, so that whoever
 * looks at the length sees it; the rest is read and dropped, since browsers send before they listen.
 */
export async function bytesOf(file: SentFile, bytesMax: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let room = bytesMax + 1;
  for await (const part of file ?? []) {
    if (room > 0) parts.push(part.subarray(0, room));
    room -= part.length;
  }
  return Buffer.concat(parts);
}

/** This route reads one file, by `@FileOfForm()`, and that so often in an hour from one account. */
export const TakesFile = (often: Pick<Limit, 'name' | 'points'> = { name: 'upload', points: 40 }) =>
  applyDecorators(
    RouteConfig({ takesFile: true }),
    Limited({ ...often, seconds: 3600, by: 'account' }),
  );

export const FileOfForm = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<SentFile> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) return null;
    return (await request.file())?.file ?? null;
  },
);

/** The short fields of a form that stand before its file, and the file. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: SentFile;
}

/** For a form whose file is its last field. */
export const FormWithFile = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<SentForm> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) return { fields: {}, file: null };
    const fields = Object.values(part.fields).flatMap((field) =>
      field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string'
        ? [[field.fieldname, field.value] as const]
        : [],
    );
    return { fields: Object.fromEntries(fields), file: part.file };
  },
);

/** What a file may be at most; the rest of the form is some short fields. */
const LIMITS = { files: 1, fields: 20, fieldSize: 1_000, fieldNameSize: 100, headerPairs: 50 };

/** For a site that takes files: only where a route says so, any other answers 415 as before. */
export function addFileBodies(server: FastifyInstance, bytesMax: number): void {
  limitRequestTime(server);
  // One byte more than is taken, so that who counts sees that it is too much.
  void server.register(fastifyMultipart, { limits: { ...LIMITS, fileSize: bytesMax + 1 } });
  server.addHook('preParsing', async (request, _, payload) => {
    const isFile = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
    if (isFile && !request.routeOptions.config.takesFile) throw new UnsupportedMediaTypeException();
    return payload;
  });
}
