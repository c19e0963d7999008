import type { Engagement } from '../engagement/schema';
import { digestOf } from './sent';

/** What tells an engagement from others: whose it is and what it is planned from. */
export function engagementIdentity({ settings, catalogs }: Engagement): {
  id: string;
  name: string;
} {
  const names = [settings.client, settings.project].map((one) => String(one ?? '').trim());
  const ids = catalogs.map(({ id }) => id).sort();
  return {
    id: digestOf([...names, ...ids]),
    name: names.filter(Boolean).join(' · ') || ids.join(' + '),
  };
}
