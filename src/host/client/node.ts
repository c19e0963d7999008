import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { enableEvents, type Client } from './session';

const CLIENT = '@microsoft/office-js/dist/excel-web-16.00.debug.js';

let loaded: Client | undefined;

/** Microsoft's Office.js client for Excel, loaded once into a context of its own that looks like a page. */
export function loadClient(): Client {
  if (loaded) return loaded;
  const page: Record<string, unknown> = {
    location: { href: '', search: '' },
    navigator: { userAgent: '' },
    document: {},
    console,
    setTimeout,
    clearTimeout,
    Promise,
    Error: pageError(),
  };
  page.window = page;
  page.self = page;
  vm.createContext(page);
  vm.runInContext(readFileSync(require.resolve(CLIENT), 'utf8'), page, { filename: CLIENT });
  loaded = { Excel: page.Excel, OfficeExtension: page.OfficeExtension } as Client;
  enableEvents(loaded);
  return loaded;
}

/** An Error the client may extend and decorate, whose instances are this process's Errors. */
function pageError(): unknown {
  function PageError(this: unknown, message?: string): Error {
    return Reflect.construct(Error, [message], new.target ?? PageError);
  }
  PageError.prototype = Object.create(Error.prototype, {
    constructor: { value: PageError, writable: true, configurable: true },
  });
  return PageError;
}
