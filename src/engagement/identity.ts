import { digestOf } from '../catalog/digest';
import { isBlank } from './ledger';
import type { Engagement, Settings } from './schema';

const plainText = (value: unknown) =>
  isBlank(value) ? '' : String(value).normalize('NFKC').trim().toLowerCase();

/** Whether it says whose or what it is: a vendor alone has many. */
export const isNamed = ({ client, project }: Pick<Settings, 'client' | 'project'>): boolean =>
  plainText(client) !== '' || plainText(project) !== '';

/**
 * A name for an engagement that tells nothing about it: 16 hex digits, the same in every copy of its
 * workbook until client, vendor or project is renamed.
 * @param fallback told apart by this, where it is not named
 */
export function engagementId(settings: Settings, fallback: string): string {
  const names = [settings.client, settings.vendor, settings.project].map(plainText);
  return digestOf(isNamed(settings) ? names : [fallback]);
}

/** What a template carries of the engagement that it was sent from. */
export interface Identity {
  id: string;
  /** For people: client and project, or the models where neither is given. */
  name: string;
}

const modelsOf = ({ catalogs }: Pick<Engagement, 'catalogs'>) =>
  catalogs.map(({ id }) => id).sort();

/** The identity that a template is sent with; engagements without names are told by their models. */
export function identityOf({ settings, catalogs }: Engagement): Identity {
  const models = modelsOf({ catalogs }).join(' + ');
  const names = [settings.client, settings.project].map((one) => String(one ?? '').trim());
  return { id: engagementId(settings, models), name: names.filter(Boolean).join(' · ') || models };
}

/** Whether a template was sent from this engagement, by this release or an earlier one. */
export function isSentFrom(engagement: Engagement, sent: Identity): boolean {
  const { id, name } = identityOf(engagement);
  return (
    sent.id === id ||
    (plainText(sent.name) === plainText(name) && formerIds(sent.name, engagement).includes(sent.id))
  );
}

/**
 * Before 0.2 an id was the digest of client and project as they were typed, and the models. A name
 * tells no longer where the client ends and the project begins, so every way to cut it is tried.
 */
function formerIds(name: string, engagement: Engagement): string[] {
  const models = modelsOf(engagement);
  const parts = name.split(' · ');
  const cuts = parts.map((_, i) => [parts.slice(0, i).join(' · '), parts.slice(i).join(' · ')]);
  return [...cuts, [name, ''], ['', '']].map((names) => digestOf([...names, ...models]));
}
