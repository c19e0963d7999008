/** Says in one line that this Node is too old, in words that an old Node can read; then ends. */
const { engines } = require('../package.json');

const least = engines.node.replace(/[^0-9.]/g, '');
const [major, minor] = least.split('.').map(Number);
const [mine, mineMinor] = process.versions.node.split('.').map(Number);
if (mine < major || (mine === major && mineMinor < minor)) {
  console.error(
    'APPFI needs Node ' +
      least +
      ' or later, and this is ' +
      process.versions.node +
      ': get it from https://nodejs.org.',
  );
  process.exit(1);
}
