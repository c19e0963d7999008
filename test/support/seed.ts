import fc from 'fast-check';
import { thoroughness } from './thoroughness';

/**
 * A run repeats the run before it, so that what fails has been changed. `SEED=7` rolls other dice;
 * a more thorough run rolls new ones each time.
 */
const seed = process.env['SEED'] ?? (thoroughness > 1 ? undefined : '20261128');
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
