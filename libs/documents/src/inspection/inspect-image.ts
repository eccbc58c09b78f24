import sharp from 'sharp';
import {
  KEPT_BYTES_MAX,
  PIXELS_MAX,
  SIDE_PIXELS_MAX,
  type UploadRefusal,
  type UploadType,
} from '../domain/upload.ts';

const JPEG_QUALITY = 85;

export interface InspectedImage {
  readonly bytes: Buffer;
}

/**
 * The picture written anew, the right way up: where it was taken, by what, and whatever else came
 * with or behind it, stays outside.
 */
export async function inspectImage(
  bytes: Uint8Array,
  type: Exclude<UploadType, 'application/pdf'>,
): Promise<InspectedImage | UploadRefusal> {
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!size) return 'unreadable';
  if (size.width * size.height > PIXELS_MAX) return 'too_many_pixels';
  const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({
      ...{ width: SIDE_PIXELS_MAX, height: SIDE_PIXELS_MAX },
      ...{ fit: 'inside', withoutEnlargement: true },
    });
  const written = await (
    type === 'image/jpeg' ? picture.jpeg({ quality: JPEG_QUALITY }) : picture.png()
  )
    .toBuffer()
    .catch(() => null);
  if (!written) return 'unreadable';
  return written.length > KEPT_BYTES_MAX ? 'too_large' : { bytes: written };
}
