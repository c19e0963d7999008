import type { Book } from '../../book';
import { createHostWith, unlimited, type Host, type HostOptions } from '../host';
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
  const host = createHostWith(client, book, { limits: unlimited, ...options, controlId: '' });
  client.OfficeExtension.SessionBase._overrideSession = host.session;
  return host;
}

/**
 * A further workbook, beside the one that this page's `Excel.run` works on – Excel's own, or that of
 * a page host. It raises no events.
 */
export function createSideHost(book?: Book): Host {
  const client = globalThis as unknown as Client;
  const host = createHostWith(client, book, { limits: unlimited });
  host.run = async (batch) => {
    const context = contextOf(client, host.session);
    const result = await batch(context);
    await context.sync();
    return result;
  };
  return host;
}

/** The client takes a page host's session for everybody's as long as one is set. */
function contextOf({ Excel: excel, OfficeExtension: { SessionBase } }: Client, session: unknown) {
  const pageHost = SessionBase?._overrideSession as unknown;
  try {
    if (pageHost) SessionBase._overrideSession = undefined;
    return new (excel.RequestContext as new (session: unknown) => Excel.RequestContext)(session);
  } finally {
    if (pageHost) SessionBase._overrideSession = pageHost;
  }
}
