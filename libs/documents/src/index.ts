export { DocumentsModule } from './documents.module.ts';
export { Turns } from './inspection/turns.ts';
export { UPLOAD_BYTES_MAX, UPLOADS_OF_THING_MAX } from './domain/upload.ts';
export type { Upload } from './upload/upload.entity.ts';
export { UploadLinks } from './upload/upload-links.service.ts';
export { UploadSet } from './upload/upload-set.store.ts';
export { type CheckedFile, UploadReceiver } from './upload/upload-receiver.service.ts';
export { Uploads } from './upload/uploads.service.ts';
