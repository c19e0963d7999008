import { MESSAGES } from '..';
import { workshop as en } from '../en/workshop';
import { workshop as zhCN } from '../zh-CN/workshop';
import { workshop as zhTW } from '../zh-TW/workshop';

/** Pages begin without what only the large map says: it comes with the map, by importing this. */
Object.assign(MESSAGES.en, en);
Object.assign(MESSAGES['zh-CN'], zhCN);
Object.assign(MESSAGES['zh-TW'], zhTW);
