/** Loads every function into the registry. */
import './conditional';
import './count';
import './date';
import './financial';
import './logical';
import './lookup';
import './math';
import './statistics';
import './text';
import './trigonometry';
