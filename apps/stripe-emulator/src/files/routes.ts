import type Stripe from 'stripe';

import { invalid } from '../http/errors.ts';
import { type ListParams, page } from '../http/lists.ts';
import { type Call, found, LIST, route } from '../http/route.ts';
import { newId } from '../state/ids.ts';
import { file } from './object.ts';

type Upload = Omit<Stripe.FileCreateParams, 'file'> & {
  file: { data: string; name: string; type: string };
};
type Filter = ListParams & Stripe.FileListParams;

export const fileRoutes = [
  route('GET', '/v1/files', 'FileList', [...LIST, 'created.*', 'purpose'], list),
  route('GET', '/v1/files/:id', 'FileRetrieve', [], ({ world, id }) =>
    found(world.store.get('file', id), 'file', id, 'file'),
  ),
  route('POST', '/v1/files', 'FileCreate', ['file.*', 'purpose'], create),
];

/** What Stripe takes as evidence, and how much of it. */
const EVIDENCE_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];
const LARGEST_EVIDENCE_BYTES = 4_500_000;

function create({ world, params }: Call<Upload>): Stripe.File {
  const { purpose } = params;
  const { data: base64, name, type } = params.file;
  const size = Buffer.byteLength(base64, 'base64');
  if (purpose === 'dispute_evidence') {
    if (!EVIDENCE_TYPES.includes(type)) {
      throw invalid('The file type must be one of pdf, jpg, png.', 'file');
    }
    if (size > LARGEST_EVIDENCE_BYTES) {
      throw invalid(`The file is larger than ${LARGEST_EVIDENCE_BYTES} bytes.`, 'file');
    }
  }
  const { store, clock, publicUrl: url } = world;
  const made = { id: newId('file'), name, type, purpose, size, created: clock.now(), url };
  store.put('emulator.content', { id: made.id, base64 });
  return store.put('file', file(made));
}

function list({ world, params, path }: Call<Filter>): object {
  const isWanted = (row: Stripe.File) => !params.purpose || row.purpose === params.purpose;
  return page(world.store.all('file').filter(isWanted), params, path);
}
