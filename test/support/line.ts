import type { Host } from '../../src/host';

/** What befalls a request: it does not arrive, its answer does not, or something else happens before it. */
export interface Fate {
  /** Code of an error; the request is refused before anything of it is done. */
  refused?: string;
  /** Code of an error; the request is carried out, its answer is lost. */
  lost?: string;
  /** Only so many of its actions are carried out. */
  stopped?: number;
  /** What somebody does just before. */
  before?: () => unknown;
  /** How long it takes to arrive, ms. */
  delay?: number;
}

/** The line between clients and a workbook: every request, from 1, meets the fate that is given to it. */
export function onLine(host: Host, fateOf: (request: number) => Fate | undefined): void {
  const { session } = host;
  const executor = session._createRequestExecutorOrNull.bind(session);
  let count = 0;
  let isInside = false;
  session._createRequestExecutorOrNull = () => ({
    executeAsync: async (data, flags, message) => {
      const pass = () => executor().executeAsync(data, flags, message);
      if (isInside) return pass();
      const fate = fateOf((count += 1)) ?? {};
      if (fate.delay !== undefined) await new Promise((done) => setTimeout(done, fate.delay));
      if (fate.before) {
        isInside = true;
        await fate.before();
        isInside = false;
      }
      if (fate.refused !== undefined) return failed(fate.refused);
      if (fate.stopped !== undefined) {
        const Actions = message.Body.Actions.slice(0, fate.stopped);
        await executor().executeAsync(data, flags, {
          ...message,
          Body: { ...message.Body, Actions },
        });
        return failed('GeneralException');
      }
      const answer = await pass();
      return fate.lost === undefined ? answer : failed(fate.lost);
    },
  });
}

const failed = (code: string) => ({
  Body: null,
  Headers: {},
  HttpStatusCode: 503,
  ErrorCode: code,
  ErrorMessage: code,
});
