import { isUuid } from '#kernel';
import { NotFoundException, type PipeTransform } from '@nestjs/common';

/** `@Param('id', UuidPipe) id: string`: what is no id is the address of nothing. */
export class UuidPipe implements PipeTransform {
  transform(id: unknown): string {
    if (typeof id !== 'string' || !isUuid(id)) throw new NotFoundException();
    return id;
  }
}
