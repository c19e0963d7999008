const { createServer } = require('node:net');

/** Whether nothing listens on a port of this machine. */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

/**
 * A port of this machine that nothing listens on: the first from `from` on. Throws when there is
 * none among the next hundred.
 */
async function freePort(from) {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${from} to ${from + 99} is free: set PORT to one that is.`);
}

module.exports = { freePort, isFree };
