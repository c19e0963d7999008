import { createHost, openHost, unlimited, type Host } from '../host';

/** Excel's place for a command: what Excel on the web takes at most is nothing to a process of its own. */
export const newHost = (): Host => createHost(undefined, { limits: unlimited });

export const hostOf = (bytes: Uint8Array): Promise<Host> => openHost(bytes, { limits: unlimited });
