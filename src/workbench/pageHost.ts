import { createPageHost } from '../host/client/browser';
import type { Host, HostOptions } from '../host';
import type { Book } from '../book';

/**
 * A host for this page that lets the page draw between two requests, as Excel would: progress is
 * seen, and Cancel can be pressed.
 */
export function openPageHost(book?: Book, options?: HostOptions): Host {
  const host = createPageHost(book, options);
  const { session } = host;
  const executor = session._createRequestExecutorOrNull.bind(session);
  session._createRequestExecutorOrNull = () => ({
    executeAsync: async (...request) => {
      await nextTask();
      return executor().executeAsync(...request);
    },
  });
  return host;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));
