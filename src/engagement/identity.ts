import { digestOf, isBlank } from './ledger';
import type { Settings } from './schema';

const plainText = (value: unknown) =>
  isBlank(value) ? '' : String(value).normalize('NFKC').trim().toLowerCase();

/**
 * A name for an engagement that tells nothing about it: 16 hex digits, the same in every copy of its
 * workbook until client, vendor or project is renamed.
 * @param fallback told apart by this, where neither client nor project is given: a vendor has many
 */
export function engagementId(settings: Settings, fallback: string): string {
  const named = [settings.client, settings.vendor, settings.project].map(plainText);
  const [client, , project] = named;
  return digestOf(client !== '' || project !== '' ? named : [fallback]);
}
