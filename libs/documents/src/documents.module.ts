import { IdentityModule } from '#identity';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Inspector } from './inspection/inspector.service.ts';
import { Scanner } from './scan/scanner.service.ts';
import { UploadLinks } from './upload/upload-links.service.ts';
import { UploadReceiver } from './upload/upload-receiver.service.ts';
import { Upload, UploadPart } from './upload/upload.entity.ts';
import { UploadStore } from './upload/upload.store.ts';
import { Uploads } from './upload/uploads.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Upload, UploadPart]), IdentityModule],
  providers: [Inspector, Scanner, UploadLinks, UploadReceiver, UploadStore, Uploads],
  exports: [UploadLinks, UploadReceiver, Uploads],
})
export class DocumentsModule {}
