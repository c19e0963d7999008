import path from 'node:path';
import { z } from 'zod';
import { readJson } from '../../catalog/parse';
import type { Brand } from '../../deliver';
import { message, type Lang } from '../../messages';
import { otherEnding, readBytes, readText } from '../files';
import { InputError } from '../io';

const color = z.string().regex(/^#?[0-9a-fA-F]{6}$/);

const BrandFile = z.strictObject({
  name: z.string().max(80).optional(),
  accent: color.optional(),
  accentDark: color.optional(),
  ink: color.optional(),
  font: z.string().max(80).optional(),
  logo: z.string().optional(),
});

const pictures: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** A firm's colours, font and logo; the logo is a picture file beside the JSON. @throws InputError */
export async function readBrand(lang: Lang, file: string): Promise<Brand> {
  const { json, problems } = readJson(await readText(lang, file));
  const parsed = BrandFile.safeParse(json);
  if (problems.length > 0 || !parsed.success) {
    const place = parsed.success ? '' : (parsed.error.issues[0]?.path.join('.') ?? '');
    throw new InputError(message(lang, 'cli.deliver.brand', { file, place: place || '–' }));
  }
  const { logo, accent, accentDark, ink, name, font } = parsed.data;
  const plain = (value: string) => value.replace('#', '');
  return {
    ...(name !== undefined && { name }),
    ...(font !== undefined && { font }),
    ...(accent !== undefined && { accent: plain(accent) }),
    ...(accentDark !== undefined && { accentDark: plain(accentDark) }),
    ...(ink !== undefined && { ink: plain(ink) }),
    ...(logo !== undefined && { logo: await pictureOf(lang, file, logo) }),
  };
}

async function pictureOf(lang: Lang, brand: string, logo: string): Promise<string> {
  if (logo.startsWith('data:image/')) return logo;
  const file = path.resolve(path.dirname(brand), logo);
  const type = pictures[path.extname(file).toLowerCase()];
  if (type === undefined) throw otherEnding(lang, file, Object.keys(pictures));
  const bytes = await readBytes(lang, file);
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
