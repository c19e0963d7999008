import { MESSAGES } from '../..';
import { paneReadings as enPane } from '../../en/paneReadings';
import { readingsTold as en } from '../../en/readingsTold';
import { paneReadings as zhCNPane } from '../../zh-CN/paneReadings';
import { readingsTold as zhCN } from '../../zh-CN/readingsTold';
import { paneReadings as zhTWPane } from '../../zh-TW/paneReadings';
import { readingsTold as zhTW } from '../../zh-TW/readingsTold';

/** The same for what is said of files that readings are computed from. */
Object.assign(MESSAGES.en, enPane, en);
Object.assign(MESSAGES['zh-CN'], zhCNPane, zhCN);
Object.assign(MESSAGES['zh-TW'], zhTWPane, zhTW);
