import type { Book } from '../model/book';
import { createHostWith, type Host, type HostOptions } from '../host';
import { enableEvents, type Client } from './session';

/**
 * A host that answers every `Excel.run` of this page. The page has loaded
 * `@microsoft/office-js/dist/excel-web-16.00.js` with a script element before.
 */
export function createPageHost(book?: Book, options: HostOptions = {}): Host {
  const client = globalThis as unknown as Client;
  if (!client.OfficeExtension) {
    throw new Error('Load excel-web-16.00.js of @microsoft/office-js in this page first.');
  }
  enableEvents(client);
  const host = createHostWith(client, book, { ...options, controlId: '' });
  client.OfficeExtension.SessionBase._overrideSession = host.session;
  return host;
}
