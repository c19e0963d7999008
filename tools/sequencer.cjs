const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that start programs, a browser or a second engine: little to read, long to run. */
const long = /[\\/]test[\\/](cli|engine|excel|experience|openxml|tooling|workbench)[\\/]/;

/**
 * Begins with what takes long. Where nothing is known of former runs jest goes by the length of files, which
 * left the longest suite to the end and a processor idle beside it.
 */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => long.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
};
