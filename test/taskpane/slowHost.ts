import { createHost, type Host } from '../../src/host';

/** A host that answers in a later task, as Excel does, so that a person can act in between. */
export function slowHost(ms = 5): Host {
  const host = createHost();
  const { session } = host;
  const executor = session._createRequestExecutorOrNull.bind(session);
  session._createRequestExecutorOrNull = () => ({
    executeAsync: async (...request) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return executor().executeAsync(...request);
    },
  });
  return host;
}
